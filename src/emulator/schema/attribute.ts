/** An attribute of a profile. Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Schema/ */
export interface Attribute {
  readonly title: string;
  readonly type: 'string' | 'boolean' | 'integer' | 'number' | 'array';
  /** Type of the elements of an array. */
  readonly items?: {
    readonly type: 'string' | 'integer' | 'number';
    readonly enum?: readonly unknown[];
    readonly oneOf?: readonly { readonly const: unknown; readonly title: string }[];
  };
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  /** Regular expression that a text has to match. */
  readonly pattern?: string;
  /** The only values allowed. */
  readonly enum?: readonly unknown[];
  /** The only values allowed, with titles. */
  readonly oneOf?: readonly { readonly const: unknown; readonly title: string }[];
  readonly [member: string]: unknown;
}

/** Attributes by name. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** The attributes that a kind of profile has. */
export interface Schema {
  readonly id: string;
  readonly created: string;
  readonly lastUpdated: string;
  /** Built in. */
  readonly base: Attributes;
  /** Declared by admins. */
  readonly custom: Attributes;
  readonly title?: string;
  readonly description?: string;
  /** Names of those that a profile must have. */
  readonly required: readonly string[];
}

/**
 * Makes a schema.
 *
 * @param parts - what cannot be derived
 * @returns the schema
 */
export function schemaFrom(parts: Omit<Schema, 'required'>): Schema {
  const all = Object.entries({ ...parts.base, ...parts.custom });
  const required = all.filter(([, attribute]) => attribute.required).map(([name]) => name);
  return { ...parts, required };
}

/**
 * @param schema - of a kind of profile
 * @param name - of an attribute
 * @returns the attribute, `undefined` if profiles have none of that name
 */
export function attributeNamed({ base, custom }: Schema, name: string): Attribute | undefined {
  if (Object.hasOwn(base, name)) return base[name];
  return Object.hasOwn(custom, name) ? custom[name] : undefined;
}
