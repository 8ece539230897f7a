import type { Answer } from './answers/answer.js';
import type { Transaction } from './transaction.js';
import type { User } from './users/user.js';

/** Who sent a request. */
export interface Caller {
  /** Owner of the token. */
  readonly user: User;
  /** Id of the token, not its secret. */
  readonly tokenId: string;
}

/** A request after routing and authentication: everything that a handler may look at. */
export interface Call extends Transaction {
  /** Method name of the operation, e.g. `listUsers`. */
  readonly operation: string;
  /** Values of the placeholders of the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The parsed JSON, `undefined` if nothing was sent. */
  readonly body: unknown;
  /** Scheme, host and port that links start with. */
  readonly origin: string;
  /** The path as it is written into events, still encoded, without the query. */
  readonly uri: string;
  readonly requestId: string;
  readonly caller: Caller;
}

/**
 * One operation of the emulated service. Refuses by throwing what `fail` makes. One that calls out or signs answers with
 * a promise; it must read and write the org without a pause in between, as other requests run during its own.
 */
export type Handler = (call: Call) => Answer | Promise<Answer>;

/** Handlers by operation. */
export type Handlers = Readonly<Record<string, Handler>>;

/**
 * @param call - the request
 * @param name - placeholder of the path
 * @returns its value
 */
export function pathMember(call: Call, name: string): string {
  return call.path[name] ?? '';
}
