import type { Client } from '../client.js';
import type { Operation } from './operations.js';

/** An operation that is called before, and members of its request that differ from what the documentation shows. */
export type Step = string | readonly [operation: string, request: Operation['request']];

/** What an operation needs besides the things that its path names. */
export interface Setup {
  /** Which operations it is for: by name, or by the beginning of their call. */
  readonly when: RegExp;
  /** What is sent where something is created, by path of the list with nameless placeholders. */
  readonly bodies?: Readonly<Record<string, object>>;
  /** Operations that are called before, on the same things. */
  readonly first?: readonly Step[];
  /** Done before anything else, with what is made for the request and what is then sent. */
  readonly prepare?: (client: Client, operation: Operation) => Promise<Prepared>;
  /** Values of the path that are used as they are. */
  readonly path?: Readonly<Record<string, string>>;
  /** Members of the request in place of those that the documentation shows. */
  readonly request?: Readonly<Record<string, unknown>>;
}

/** What comes of preparing. */
export type Prepared = Partial<Pick<Setup, 'bodies' | 'path' | 'request'>>;
