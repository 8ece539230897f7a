/** What is wrong with a value. */
export interface Flaw {
  /** Where, e.g. `profile.login`. */
  readonly path: string;
  readonly text: string;
  /** Whether the value is of a type that cannot even be read, so that the service does not look further. */
  readonly malformed?: true;
}
