import { createHash } from 'node:crypto';
import { fail } from '../answers/fault.js';
import { textIn } from '../body.js';
import { userTarget } from '../log/targets.js';
import type { JsonObject } from '../org/json.js';
import { nowIn } from '../org/org.js';
import type { Transaction } from '../transaction.js';
import type { Factor } from './factor.js';
import { kindOf } from './factor-kinds.js';
import type { Enrolled } from './factor-store.js';
import { prove } from './prove.js';

/**
 * Takes a factor into use whose owner proves to have it.
 *
 * @param transaction - the org, and its log
 * @param enrolled - the factor, which waits for its activation, and its owner
 * @param proof - the JSON that was sent
 * @returns the active factor, stored
 * @throws Fault `E0000107` if it does not wait, `E0000068` and others for a wrong proof
 */
export function activateFactor(transaction: Transaction, enrolled: Enrolled, proof: JsonObject): Factor {
  const { org, record } = transaction;
  const { user, factor } = enrolled;
  if (factor.status === 'ACTIVE') throw fail('E0000107');
  const { pairing: _, ...proven } = prove(transaction, enrolled, proof);
  const profile = kindOf(factor).enrollment === 'signature' ? keyProfile(proven, proof) : proven.profile;
  const active: Factor = { ...proven, ...(profile && { profile }), status: 'ACTIVE', lastUpdated: nowIn(org) };
  org.factors.set(user.id, factor.id, active);
  record('user.mfa.factor.activate', [userTarget(user)]);
  return active;
}

/** The id of a credential stands for the attestation, which nothing here reads. */
function keyProfile({ factorType }: Factor, proof: JsonObject): JsonObject {
  const attestation = textIn(proof, 'attestation') ?? textIn(proof, 'registrationData') ?? '';
  const credentialId = createHash('sha256').update(attestation).digest('base64url');
  return factorType === 'u2f'
    ? { credentialId, version: 'U2F_V2' }
    : { credentialId, authenticatorName: 'Emulated security key' };
}
