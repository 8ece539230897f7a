import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid, notFound } from '../answers/fault.js';
import { bodyOf, textsIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { isTrusted } from '../idps/identity-provider-store.js';
import { CERTIFIED_KEY, type CertifiedKey, certifiedKeyFrom, certifiedKeyView } from '../keys/certified-key.js';
import { certificateFrom } from '../keys/read-certificate.js';
import type { Target } from '../log/log-event.js';
import { randomUuid } from '../org/chance.js';
import { listById } from '../paging/list-by-id.js';

const TYPES = ['rsa', 'ec'];

const listIdentityProviderKeys: Handler = (call) => {
  const { identityProviderKeys } = call.org;
  function* itemsAfter(after: string | undefined) {
    for (const key of identityProviderKeys.values({ after })) yield { ...key, id: key.kid };
  }
  return listById(call, {
    list: 'identityProviderKeys',
    itemsAfter,
    exists: (kid) => identityProviderKeys.get(kid) !== undefined,
    view: certifiedKeyView,
  });
};

const getIdentityProviderKey: Handler = (call) => ok(certifiedKeyView(keyIn(call)));

const createIdentityProviderKey: Handler = (call) => {
  const key = keyFrom(call, randomUuid(call.org.chance));
  return saved(call, 'system.idp.key.create', key);
};

const replaceIdentityProviderKey: Handler = (call) => {
  const { kid, created } = keyIn(call);
  return saved(call, 'system.idp.key.update', { ...keyFrom(call, kid), created });
};

function saved(call: Call, event: 'system.idp.key.create' | 'system.idp.key.update', key: CertifiedKey) {
  call.org.identityProviderKeys.set(key.kid, key);
  call.record(event, [keyTarget(key)]);
  return ok(certifiedKeyView(key));
}

const deleteIdentityProviderKey: Handler = (call) => {
  const key = keyIn(call);
  if (isTrusted(call.org, key.kid)) throw invalid('kid', 'The key is used by an identity provider');
  call.org.identityProviderKeys.delete(key.kid);
  call.record('system.idp.key.delete', [keyTarget(key)]);
  return noContent();
};

function keyFrom(call: Call, kid: string): CertifiedKey {
  const sent = bodyOf(call);
  const [certificate] = textsIn(sent, 'x5c');
  if (certificate === undefined || certificate === '') throw invalid('x5c', BLANK);
  const key = certifiedKeyFrom(call.org, certificateFrom(Buffer.from(certificate), TYPES), kid);
  const other = Object.keys(key.jwk).find((name) => sent[name] !== undefined && sent[name] !== key.jwk[name]);
  if (other !== undefined) throw invalid(other, 'The certificate in x5c is for another key');
  return key;
}

function keyIn(call: Call): CertifiedKey {
  const kid = pathMember(call, 'keyId');
  const key = call.org.identityProviderKeys.get(kid);
  if (key === undefined) throw notFound(kid, CERTIFIED_KEY);
  return key;
}

function keyTarget({ kid }: CertifiedKey): Target {
  return { id: kid, type: 'IdpKey', alternateId: kid, displayName: kid };
}

/** Keys with which identity providers sign. */
export const idpsKeys: Handlers = {
  listIdentityProviderKeys,
  getIdentityProviderKey,
  createIdentityProviderKey,
  replaceIdentityProviderKey,
  deleteIdentityProviderKey,
};
