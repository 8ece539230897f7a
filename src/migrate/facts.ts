import { factsText } from '../../generated/management/migrate-facts.js';

/** What the command knows of the methods of old and of today. */
export interface MigrateFacts {
  /** Methods of the client of versions 4 to 6, by name. */
  readonly flat: Readonly<Record<string, FlatMethod>>;
  /** Methods of the client that nothing replaces, with the reason. */
  readonly retired: Readonly<Record<string, string>>;
  /** Names of version 3 with those of version 4. */
  readonly removed: Readonly<Record<string, string>>;
  /** Methods that values of a model had, by model and method. */
  readonly models: Readonly<Record<string, Readonly<Record<string, LiveMethod>>>>;
  /** Methods of today by name. */
  readonly today: Readonly<Record<string, TodaysMethod>>;
  /** Deprecated methods with their successors. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** A method of the flat client: arguments for the path, then the body, then an object for the query. */
export interface FlatMethod {
  /** Member of the client, e.g. `userApi`. */
  readonly api: string;
  readonly method: string;
  /** Request members for the arguments of the path, in their order. */
  readonly params: readonly string[];
  /** Request member for the body. */
  readonly body?: string;
  /** Members of the query that today's method knows; absent if the method of old took none. */
  readonly query?: readonly string[];
  /** Members of the query that it demands. */
  readonly required?: readonly string[];
  /** Model of the answer or of each item. */
  readonly returns?: string;
  /** It gave a `Collection` at once. */
  readonly list?: true;
  /** Members of the answer, or of each item, that are `Date` objects now and were texts. */
  readonly dates?: readonly string[];
  /** Why its calls cannot be rewritten mechanically. */
  readonly byHand?: string;
  /** What else has changed. */
  readonly note?: string;
}

/** A method of a value: a flat method with some arguments filled in. */
export interface LiveMethod {
  readonly flat: string;
  /** Placeholder of the flat method's path to member of the value. */
  readonly filled?: Readonly<Record<string, string>>;
  /** The value itself is the body. */
  readonly self?: true;
}

/** A method of today. */
export interface TodaysMethod {
  /** Members of the client that have it. */
  readonly apis: readonly string[];
  /** Members of the request object. */
  readonly members: readonly string[];
}

/** @returns the facts that the package was built with; no name leads to anything that objects inherit */
export function readMigrateFacts(): MigrateFacts {
  return JSON.parse(factsText, (_, value) => (isRecord(value) ? Object.assign(Object.create(null), value) : value));
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
