import { notFound } from '../answers/fault.js';
import type { Org } from '../org/org.js';
import { CERTIFIED_KEY, type CertifiedKey, newCertifiedKey } from './certified-key.js';

const YEARS_OF_THE_ORGS = 10;

/**
 * The key that an org signs with unless told otherwise. It is made when somebody first asks for it, as that takes longer
 * than the rest of an org.
 *
 * @param org - whose key
 * @returns the key
 */
export function keyOfOrg(org: Org): CertifiedKey {
  const { id, keyId, userTypeId } = org.facts;
  const known = org.certifiedKeys.get(id, keyId);
  if (known) return known;
  const made = newCertifiedKey(org, YEARS_OF_THE_ORGS, keyId);
  const created = org.userTypes.get(userTypeId)?.created ?? made.created;
  const key = { ...made, created, lastUpdated: created };
  org.certifiedKeys.set(id, keyId, key);
  return key;
}

/**
 * @param org - where to look
 * @param ownerId - of an app or identity provider
 * @returns the key of the org, then those that were made for the owner
 */
export function keysOf(org: Org, ownerId: string): readonly CertifiedKey[] {
  const shared = keyOfOrg(org);
  const own = [...org.certifiedKeys.values(ownerId)].filter(({ kid }) => kid !== shared.kid);
  return [shared, ...own.sort(byCreation)];
}

function byCreation(one: CertifiedKey, other: CertifiedKey): number {
  return one.created < other.created ? -1 : Number(one.created > other.created);
}

/**
 * @param org - where to look
 * @param ownerId - of an app or identity provider
 * @param kid - id of the key
 * @returns the key
 * @throws Fault `E0000007` if the owner has no such key
 */
export function findKey(org: Org, ownerId: string, kid: string): CertifiedKey {
  const key = kid === org.facts.keyId ? keyOfOrg(org) : org.certifiedKeys.get(ownerId, kid);
  if (key === undefined) throw notFound(kid, CERTIFIED_KEY);
  return key;
}

/**
 * Forgets the keys of an owner, and the requests for certificates.
 *
 * @param org - where from
 * @param ownerId - of an app or identity provider that is removed
 */
export function dropKeys({ certifiedKeys, certificateRequests }: Org, ownerId: string): void {
  for (const kid of [...certifiedKeys.rights(ownerId)]) certifiedKeys.delete(ownerId, kid);
  for (const id of [...certificateRequests.rights(ownerId)]) certificateRequests.delete(ownerId, id);
}
