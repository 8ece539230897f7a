import { createHash, X509Certificate } from 'node:crypto';
import { BASE64URL, randomText } from '../org/chance.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { timestamp } from '../org/timestamp.js';
import { selfSigned } from './certificate.js';
import { keyPairFor } from './key-pair.js';

/** A key with which Okta signs for an app or identity provider, and its certificate. */
export interface CertifiedKey {
  readonly kid: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly expiresAt: string;
  /** The certificate: DER in base64. */
  readonly certificate: string;
  /** Public half of the key: `kty` and what belongs to it. */
  readonly jwk: JsonObject;
}

/** Okta's word for such keys in errors about what does not exist. */
export const CERTIFIED_KEY = 'JsonWebKey';

const KEY_ID_LENGTH = 43;

/**
 * @param org - whose chance makes it
 * @returns an id for a new key or request, which looks like the thumbprint of one
 */
export function newKeyId({ chance }: Org): string {
  return randomText(chance, KEY_ID_LENGTH, BASE64URL);
}

/**
 * Makes a key and a certificate such as those of the service: it names the org, and signs itself.
 *
 * @param org - who signs with it
 * @param years - how long it is valid
 * @param kid - its id; made up unless given
 * @returns the key, not stored yet
 */
export function newCertifiedKey(org: Org, years: number, kid = newKeyId(org)): CertifiedKey {
  const from = org.clock.now();
  const end = new Date(from);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  const subject = {
    countryName: 'US',
    stateOrProvinceName: 'California',
    localityName: 'San Francisco',
    organizationName: 'Okta',
    organizationalUnitName: 'SSOProvider',
    commonName: org.facts.subdomain,
  };
  const certificate = selfSigned({ subject, from, to: end.getTime() }, keyPairFor(org, kid));
  return certifiedKeyFrom(org, new X509Certificate(certificate), kid);
}

/**
 * @param org - whose clock and chance are asked
 * @param certificate - what came of it
 * @param kid - its id; made up unless given
 * @returns the key, not stored yet
 */
export function certifiedKeyFrom(org: Org, certificate: X509Certificate, kid = newKeyId(org)): CertifiedKey {
  const now = nowIn(org);
  return {
    kid,
    created: now,
    lastUpdated: now,
    expiresAt: timestamp(Date.parse(certificate.validTo)),
    certificate: certificate.raw.toString('base64'),
    jwk: { ...certificate.publicKey.export({ format: 'jwk' }) },
  };
}

/**
 * @param key - a key
 * @returns the JSON Web Key as it is answered
 * @see RFC 7517, section 4
 */
export function certifiedKeyView({ kid, created, lastUpdated, expiresAt, certificate, jwk }: CertifiedKey) {
  const thumbprint = createHash('sha256').update(certificate, 'base64').digest('base64url');
  const times = { created, lastUpdated, expiresAt };
  return { ...jwk, ...times, kid, use: 'sig', x5c: [certificate], 'x5t#S256': thumbprint };
}
