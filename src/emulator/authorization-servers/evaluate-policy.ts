import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { Ranked } from '../policies/ranked.js';
import type { User } from '../users/user.js';
import type { AccessPolicy, AccessRule, AuthorizationServer } from './authorization-server.js';

/** A client, and what it asks for. */
export interface AccessRequest {
  readonly clientId: string;
  /** For whom it acts, if not for itself. */
  readonly user?: User;
  readonly grantType: string;
  readonly scopes: readonly string[];
}

/**
 * Looks for the rule by which a client gets a token: the first active one that fits, of the first active policy that
 * has one.
 *
 * @param org - where policies are stored
 * @param server - whose policies
 * @param request - what is asked for
 * @returns the rule, `undefined` if nothing allows it
 * @see https://developer.okta.com/docs/guides/configure-access-policy/main/
 */
export function ruleFor(org: Org, server: AuthorizationServer, request: AccessRequest): AccessRule | undefined {
  return ranked<AccessPolicy>(org.accessPolicies.values(server.id))
    .filter(({ status, clients }) => status === 'ACTIVE' && includesClient(clients, request))
    .flatMap(({ id }) => ranked<AccessRule>(org.accessRules.values(id)))
    .find((rule) => rule.status === 'ACTIVE' && allows(org, rule, request));
}

function includesClient(clients: readonly string[], { clientId }: AccessRequest): boolean {
  return clients.includes('ALL_CLIENTS') || clients.includes(clientId);
}

/** Conditions about people do not hold for clients that act by themselves. */
function allows(org: Org, { conditions }: AccessRule, { grantType, scopes, user }: AccessRequest): boolean {
  if (user && !fitsPeople(org, memberAt(conditions, ['people']), user)) return false;
  const allowed = included(conditions, 'scopes');
  if (!included(conditions, 'grantTypes').includes(grantType)) return false;
  return allowed.includes('*') || scopes.every((scope) => allowed.includes(scope));
}

function fitsPeople({ facts, members }: Org, people: unknown, { id }: User): boolean {
  const isIn = (groups: readonly unknown[]) =>
    groups.some((group) => group === 'EVERYONE' || group === facts.everyoneId || members.get(String(group), id));
  const has = (list: 'include' | 'exclude') =>
    textsAt(people, ['users', list]).includes(id) || isIn(textsAt(people, ['groups', list]));
  return has('include') && !has('exclude');
}

function textsAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const list = memberAt(value, path);
  return Array.isArray(list) ? list : [];
}

function included(conditions: unknown, name: string): readonly unknown[] {
  return textsAt(conditions, [name, 'include']);
}

/**
 * @param items - policies of a server, or rules of a policy
 * @returns them in the order in which they are tried
 */
export function ranked<T extends Ranked>(items: Iterable<T>): readonly T[] {
  return [...items].sort((one, other) => one.priority - other.priority);
}
