import { notFound } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { AUTHENTICATOR, type Authenticator, type AuthenticatorMethod } from './authenticator.js';
import { authenticatorKinds, seeded } from './authenticator-kinds.js';

/** What is said about a new authenticator. */
export interface Making {
  readonly status: Authenticator['status'];
  readonly name?: string | undefined;
  readonly more?: JsonObject;
  /** Members of its methods besides what is standard. */
  readonly methodMore?: JsonObject;
}

/**
 * Makes and stores an authenticator with its methods.
 *
 * @param org - where to
 * @param key - a known one
 * @param making - what is said about it
 * @returns the authenticator
 */
export function addAuthenticator(org: Org, key: string, { status, name, more, methodMore }: Making): Authenticator {
  const kind = authenticatorKinds[key];
  if (kind === undefined) throw new Error(`There is no authenticator ${key}`);
  const now = nowIn(org);
  const authenticator: Authenticator = {
    id: org.ids.next('aut'),
    key,
    type: kind.type,
    name: name ?? kind.name,
    status,
    created: now,
    lastUpdated: now,
    more: { ...kind.more, ...more },
    methods: kind.methods.map((method) => ({ type: method.type, status, more: { ...method.more, ...methodMore } })),
  };
  org.authenticators.set(authenticator.id, authenticator);
  return authenticator;
}

/**
 * Adds the authenticators that a fresh org has.
 *
 * @param org - where to
 */
export function addSeededAuthenticators(org: Org): void {
  for (const { key, status } of seeded) addAuthenticator(org, key, { status });
}

/**
 * Finds the authenticator that a request names.
 *
 * @param call - the request
 * @returns the authenticator
 * @throws Fault `E0000007` if there is none
 */
export function findAuthenticator(call: Call): Authenticator {
  const id = pathMember(call, 'authenticatorId');
  const found = call.org.authenticators.get(id);
  if (found === undefined) throw notFound(id, AUTHENTICATOR);
  return found;
}

/**
 * @param authenticator - an authenticator
 * @param type - of one of its methods
 * @returns the method
 * @throws Fault `E0000007` if it has none of that type
 */
export function methodOf(authenticator: Authenticator, type: string): AuthenticatorMethod {
  const found = authenticator.methods.find((method) => method.type === type);
  if (found === undefined) throw notFound(type, 'AuthenticatorMethod');
  return found;
}

/**
 * Stores a change; the time of it is noted.
 *
 * @param org - where it is stored
 * @param authenticator - as stored
 * @param change - members that get new values
 * @returns the changed authenticator
 */
export function changeAuthenticator(
  org: Org,
  authenticator: Authenticator,
  change: Partial<Authenticator>,
): Authenticator {
  const changed = { ...authenticator, ...change, lastUpdated: nowIn(org) };
  org.authenticators.set(changed.id, changed);
  return changed;
}

/**
 * @param org - where to look
 * @param key - of an authenticator
 * @returns the first one of that key
 */
export function authenticatorWithKey(org: Org, key: string): Authenticator | undefined {
  return [...org.authenticators.values()].find((each) => each.key === key);
}
