import { pathMember } from '../call.js';
import type { KeyOwners } from '../keys/key-owner.js';
import { findIdentityProvider, identityProviderTarget } from './identity-provider-store.js';

/** Identity providers as owners of the keys with which Okta signs what it sends them. */
export const identityProviderKeyOwners: KeyOwners = {
  find(call, id = pathMember(call, 'idpId')) {
    const provider = findIdentityProvider(call, id);
    return { id, href: `${call.origin}/api/v1/idps/${id}`, target: identityProviderTarget(provider) };
  },
  cloneTo: 'targetIdpId',
  keyEvent: 'system.idp.lifecycle.update',
  requestEvents: {
    generate: 'system.idp.lifecycle.update',
    publish: 'system.idp.lifecycle.update',
    revoke: 'system.idp.lifecycle.update',
  },
};
