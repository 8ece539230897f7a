import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

/** Content of `spec/names.yaml`. */
export interface Names {
  readonly tags: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, OperationName>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
}

/** What was decided about one operation. */
export interface OperationName {
  readonly api: string | readonly string[];
  /** Verb, a space, and the path with the names of the request members. */
  readonly call: string;
  /** operationId of the description, if it differs from the method's name. */
  readonly published?: string;
  /** Request member that is the body. */
  readonly body?: string;
  /** Request members beside those of the path. */
  readonly members?: readonly string[];
  /** Older names of members. */
  readonly formerly?: Readonly<Record<string, string>>;
}

/**
 * Reads the locked names.
 *
 * @param file - path of `names.yaml`
 * @returns its content; sections that are absent are empty
 */
export function readNames(file: string): Names {
  const content = load(readFileSync(file, 'utf8')) as Partial<Names> | undefined;
  return { tags: {}, operations: {}, aliases: {}, schemas: {}, types: {}, ...content };
}
