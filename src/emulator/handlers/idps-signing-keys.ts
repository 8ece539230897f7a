import { noContent, ok } from '../answers/answer.js';
import type { Handler, Handlers } from '../call.js';
import { signingKeyId } from '../idps/build-identity-provider.js';
import { identityProviderKeyOwners } from '../idps/identity-provider-key-owner.js';
import { findIdentityProvider } from '../idps/identity-provider-store.js';
import { certifiedKeyView } from '../keys/certified-key.js';
import { findKey } from '../keys/key-store.js';
import { credentialCsrs } from './credential-csrs.js';
import { credentialKeys } from './credential-keys.js';

const keys = credentialKeys(identityProviderKeyOwners);
const csrs = credentialCsrs(identityProviderKeyOwners);

/** Only SAML requests are signed. */
const listActiveIdentityProviderSigningKey: Handler = (call) => {
  const { id, protocol } = findIdentityProvider(call);
  const kid = signingKeyId(protocol);
  return kid === undefined ? noContent() : ok([certifiedKeyView(findKey(call.org, id, kid))]);
};

/** Keys with which Okta signs what it sends to identity providers, and requests for their certificates. */
export const idpsSigningKeys: Handlers = {
  listActiveIdentityProviderSigningKey,
  listIdentityProviderSigningKeys: keys.list,
  getIdentityProviderSigningKey: keys.get,
  generateIdentityProviderSigningKey: keys.generate,
  cloneIdentityProviderKey: keys.clone,
  listCsrsForIdentityProvider: csrs.list,
  getCsrForIdentityProvider: csrs.get,
  generateCsrForIdentityProvider: csrs.generate,
  publishCsrForIdentityProvider: csrs.publish,
  revokeCsrForIdentityProvider: csrs.revoke,
};
