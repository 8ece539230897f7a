import { type Answer, ok } from '../answers/answer.js';
import { BLANK, fail, invalid } from '../answers/fault.js';
import { type Call, type Handler, pathMember } from '../call.js';
import { type CertifiedKey, certifiedKeyView, newCertifiedKey } from '../keys/certified-key.js';
import type { KeyOwner, KeyOwners } from '../keys/key-owner.js';
import { findKey, keysOf } from '../keys/key-store.js';

const STANDARD_VALIDITY = 2;
const SHORTEST_VALIDITY = 2;
const LONGEST_VALIDITY = 10;

/** What can be done with the signing keys of apps, and of identity providers. */
export interface CredentialKeys {
  readonly list: Handler;
  readonly get: Handler;
  readonly generate: Handler;
  readonly clone: Handler;
}

/**
 * @param owners - whose keys
 * @returns the handlers
 */
export function credentialKeys(owners: KeyOwners): CredentialKeys {
  return {
    list: (call) => ok(keysOf(call.org, owners.find(call).id).map(certifiedKeyView)),
    get: (call) => ok(certifiedKeyView(findKey(call.org, owners.find(call).id, keyIdIn(call)))),
    generate: (call) => {
      const owner = owners.find(call);
      return added(call, owners, { owner, key: newCertifiedKey(call.org, validityIn(call)) });
    },
    clone: (call) => {
      const key = findKey(call.org, owners.find(call).id, keyIdIn(call));
      const owner = owners.find(call, targetIn(call, owners));
      checkIsNew(call, owner, key);
      return added(call, owners, { owner, key });
    },
  };
}

function keyIdIn(call: Call): string {
  return pathMember(call, 'keyId');
}

interface Addition {
  readonly owner: KeyOwner;
  readonly key: CertifiedKey;
}

/**
 * Stores a key and answers it.
 *
 * @param call - the request
 * @param owners - whose keys they are, in general
 * @param addition - the key, and whose it is now
 * @returns 201 with the key
 */
export function added(call: Call, { keyEvent }: Pick<KeyOwners, 'keyEvent'>, { owner, key }: Addition): Answer {
  call.org.certifiedKeys.set(owner.id, key.kid, key);
  call.record(keyEvent, [owner.target]);
  return { status: 201, body: certifiedKeyView(key) };
}

function validityIn({ query }: Call): number {
  const years = Number(query.get('validityYears') ?? STANDARD_VALIDITY);
  if (Number.isInteger(years) && years >= SHORTEST_VALIDITY && years <= LONGEST_VALIDITY) return years;
  const range = `${SHORTEST_VALIDITY} - ${LONGEST_VALIDITY}`;
  throw fail('E0000001', 'generateKey', [`Validity years out of range. It should be ${range} years`]);
}

function targetIn({ query }: Call, { cloneTo }: KeyOwners): string {
  const id = query.get(cloneTo) ?? '';
  if (id === '') throw invalid(cloneTo, BLANK);
  return id;
}

/** The key of the org is among everybody's. */
function checkIsNew({ org }: Call, { id }: KeyOwner, { kid }: CertifiedKey): void {
  if (kid !== org.facts.keyId && org.certifiedKeys.get(id, kid) === undefined) return;
  throw fail('E0000001', 'cloneKey', ['Key already exists in the list of key credentials for the target.']);
}
