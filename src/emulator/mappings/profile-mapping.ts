/** A profile that attributes are read from or written to. */
export interface MappingEnd {
  /** Of a user type or an app. */
  readonly id: string;
  readonly name: string;
  readonly type: 'user' | 'appuser';
}

/** How one attribute is filled in. */
export interface MappingProperty {
  readonly expression: string;
  readonly pushStatus: 'PUSH' | 'DONT_PUSH';
}

/** How one profile is made from another. */
export interface ProfileMapping {
  readonly id: string;
  readonly source: MappingEnd;
  readonly target: MappingEnd;
  /** By attribute of the target. */
  readonly properties: Readonly<Record<string, MappingProperty>>;
}

/** Okta's word for mappings in errors about what does not exist. */
export const MAPPING = 'ProfileMapping';
