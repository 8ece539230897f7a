import { notFound } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import { dropKeys } from '../keys/key-store.js';
import type { Target } from '../log/log-event.js';
import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import { IDENTITY_PROVIDER, type IdentityProvider } from './identity-provider.js';

/**
 * Finds the identity provider that a request names.
 *
 * @param call - the request
 * @param id - its id; the one in the path unless given
 * @returns the identity provider
 * @throws Fault `E0000007` if there is none
 */
export function findIdentityProvider(call: Call, id = pathMember(call, 'idpId')): IdentityProvider {
  const provider = call.org.identityProviders.get(id);
  if (provider === undefined) throw notFound(id, IDENTITY_PROVIDER);
  return provider;
}

/**
 * Forgets an identity provider, its keys and the users that are linked to it.
 *
 * @param org - where from
 * @param provider - what goes
 */
export function dropIdentityProvider(org: Org, { id }: IdentityProvider): void {
  for (const userId of [...org.identityProviderUsers.rights(id)]) org.identityProviderUsers.delete(id, userId);
  dropKeys(org, id);
  org.identityProviders.delete(id);
}

/**
 * @param org - where to look
 * @param kid - of a key in the key store
 * @returns whether an identity provider is trusted because of it
 */
export function isTrusted({ identityProviders }: Org, kid: string): boolean {
  for (const { protocol } of identityProviders.values()) {
    const trust = memberAt(protocol, ['credentials', 'trust']);
    if (memberAt(trust, ['kid']) === kid) return true;
    const others = memberAt(trust, ['additionalKids']);
    if (Array.isArray(others) && others.includes(kid)) return true;
  }
  return false;
}

/**
 * @param provider - what an event is about
 * @returns the target
 */
export function identityProviderTarget({ id, name }: IdentityProvider): Target {
  return { id, type: 'IdentityProvider', alternateId: name, displayName: name };
}
