import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import { isSignedBy, type Jwt, keyAlgorithms, parseJwt, thumbprintInput } from './jwt.js';
import { isFirstUse } from './replays.js';

/** The request that a proof must be made for. */
export interface ProvenRequest {
  readonly method: string;
  /** Address without query. */
  readonly url: string;
  /** The token that comes with it; left out at the token endpoint. */
  readonly accessToken?: string;
}

/** A proof that holds. */
export interface Proof {
  /** Thumbprint of the key. */
  readonly jkt: string;
  readonly nonce: unknown;
}

/** Why a proof does not hold. */
export class ProofFault extends Error {}

const TYPE = 'dpop+jwt';
const OLDEST_S = 300;
const SKEW_S = 60;
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

/**
 * Checks a DPoP proof.
 *
 * @param org - whose clock holds, and which remembers the proof
 * @param text - the `DPoP` header
 * @param request - what it must be made for
 * @returns the proof; whether its nonce is right is left to the caller
 * @throws ProofFault that says what is wrong
 * @see RFC 9449, section 4.3
 */
export function checkProof(org: Org, text: string, request: ProvenRequest): Proof {
  const proof = parseJwt(text);
  if (proof === undefined) throw new ProofFault('The DPoP proof is not a JWT.');
  const { jwk } = proof.header;
  checkHeader(proof.header);
  if (!isObject(jwk) || PRIVATE_MEMBERS.some((member) => Object.hasOwn(jwk, member))) {
    throw new ProofFault("The header 'jwk' of the DPoP proof must be a public key.");
  }
  if (!isSignedBy(proof, jwk)) throw new ProofFault('The signature of the DPoP proof is wrong.');
  checkClaims(org, proof.payload, request);
  const jkt = hashOf(thumbprintInput(jwk));
  checkFirstUse(org, proof, jkt);
  return { jkt, nonce: proof.payload['nonce'] };
}

function checkHeader({ typ, alg }: JsonObject): void {
  if (typ !== TYPE) throw new ProofFault(`The header 'typ' of the DPoP proof must be '${TYPE}'.`);
  if (!keyAlgorithms.includes(String(alg))) {
    throw new ProofFault(`The header 'alg' of the DPoP proof must be one of ${keyAlgorithms.join(', ')}.`);
  }
}

function checkClaims(org: Org, { htm, htu, iat, ath }: JsonObject, { method, url, accessToken }: ProvenRequest): void {
  if (htm !== method) throw new ProofFault("The claim 'htm' of the DPoP proof is not the method of the request.");
  if (typeof htu !== 'string' || addressOf(htu) !== addressOf(url)) {
    throw new ProofFault("The claim 'htu' of the DPoP proof is not the address of the request.");
  }
  checkAge(org, iat);
  if (accessToken !== undefined && ath !== hashOf(accessToken)) {
    throw new ProofFault("The claim 'ath' of the DPoP proof is not the hash of the access token.");
  }
}

function checkAge({ clock }: Org, iat: unknown): void {
  const now = clock.now() / 1000;
  if (typeof iat !== 'number') throw new ProofFault("The DPoP proof needs the claim 'iat'.");
  if (iat < now - OLDEST_S) throw new ProofFault('The DPoP proof is too old.');
  if (iat > now + SKEW_S) throw new ProofFault("The claim 'iat' of the DPoP proof is in the future.");
}

function checkFirstUse(org: Org, { payload: { jti, iat } }: Jwt, jkt: string): void {
  if (typeof jti !== 'string' || jti === '') throw new ProofFault("The DPoP proof needs the claim 'jti'.");
  const until = Number(iat) + OLDEST_S + 1;
  if (!isFirstUse(org, { name: `dpop ${jkt} ${jti}`, until })) throw new ProofFault('The DPoP proof was used before.');
}

/** Without query and fragment, in one spelling. Source: RFC 9449, section 4.3, item 9 */
function addressOf(text: string): string | undefined {
  try {
    const { origin, pathname } = new URL(text);
    return origin + pathname;
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
