import type { Answer } from './answers/answer.js';
import { fail } from './answers/fault.js';
import type { App } from './apps/app.js';
import type { Transaction } from './transaction.js';
import type { User } from './users/user.js';

/** Who sent a request: a user by their API token, a service app by an access token, or, on public routes, nobody. */
export interface Caller {
  /** Owner of the API token. */
  readonly user?: User;
  /** Id of the API token, not its secret. */
  readonly tokenId?: string;
  /** Client that an access token was issued to. */
  readonly app?: App;
  /** What the access token is good for. */
  readonly scopes?: readonly string[];
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
  /** The body as it was sent, for what takes something else than JSON. */
  readonly sent: string | Uint8Array | undefined;
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

/** Finds the handler of an operation. */
export type HandlerFor = (operation: string) => Handler | undefined;

/** Handlers by operation. */
export type Handlers = Readonly<Record<string, Handler>>;

/**
 * @param call - a request that only users can send
 * @returns who sent it
 * @throws Fault `E0000006` if a service app did
 */
export function callingUser({ caller }: Call): User {
  if (caller.user === undefined) throw fail('E0000006');
  return caller.user;
}

/**
 * @param call - the request
 * @param name - placeholder of the path
 * @returns its value
 */
export function pathMember(call: Call, name: string): string {
  return call.path[name] ?? '';
}
