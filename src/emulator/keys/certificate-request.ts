import { createPublicKey, type X509Certificate } from 'node:crypto';
import { BLANK, invalid, notFound } from '../answers/fault.js';
import { objectIn, textIn, textsIn } from '../body.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { certificationRequest, type RequestFacts } from './certification-request.js';
import { newKeyId } from './certified-key.js';
import { type DistinguishedName, nameAttributes } from './distinguished-name.js';
import type { KeyOwner } from './key-owner.js';
import { keyPairFor } from './key-pair.js';
import { publicKeyDer } from './signed.js';

/** A request for a certificate that nobody has answered yet. */
export interface CertificateRequest {
  readonly id: string;
  readonly created: string;
  /** DER in base64. */
  readonly csr: string;
  /** Key that the certificate must be for: DER in base64. */
  readonly publicKey: string;
}

const REQUEST = 'CertificateSigningRequest';
const COUNTRY = /^[A-Za-z]{2}$/;
const PRINTABLE = /^[\x21-\x7e]+$/;

/**
 * @param body - `subject` and `subjectAltNames` as they were sent
 * @returns what a certificate is to be asked for
 * @throws Fault `E0000001` without a subject, or for names that no certificate can hold
 */
export function requestFactsFrom(body: JsonObject): RequestFacts {
  const subject = subjectFrom(objectIn(body, 'subject') ?? {});
  if (Object.keys(subject).length === 0) throw invalid('subject', BLANK);
  const dnsNames = textsIn(objectIn(body, 'subjectAltNames') ?? {}, 'dnsNames');
  const wrong = dnsNames.find((name) => !PRINTABLE.test(name));
  if (wrong !== undefined) throw invalid('dnsNames', `'${wrong}' is not a DNS name`);
  return { subject, dnsNames };
}

function subjectFrom(sent: JsonObject): DistinguishedName {
  const parts = Object.keys(nameAttributes).map((name) => [name, textIn(sent, name) ?? '']);
  const subject: DistinguishedName = Object.fromEntries(parts.filter(([, value]) => value !== ''));
  const { countryName } = subject;
  if (countryName === undefined || COUNTRY.test(countryName)) return subject;
  throw invalid('countryName', 'The country must be given by its code of two letters');
}

/**
 * @param org - whose clock and chance are asked
 * @param facts - what is asked for
 * @returns the request, not stored yet
 */
export function certificateRequestFrom(org: Org, facts: RequestFacts): CertificateRequest {
  const id = newKeyId(org);
  const pair = keyPairFor(org, id);
  return {
    id,
    created: nowIn(org),
    csr: certificationRequest(facts, pair).toString('base64'),
    publicKey: publicKeyDer(pair.publicKey).toString('base64'),
  };
}

/**
 * @param org - where to look
 * @param ownerId - of an app or identity provider
 * @param id - of the request
 * @returns the request
 * @throws Fault `E0000007` if the owner has no such request
 */
export function findCertificateRequest(org: Org, ownerId: string, id: string): CertificateRequest {
  const request = org.certificateRequests.get(ownerId, id);
  if (request === undefined) throw notFound(id, REQUEST);
  return request;
}

/**
 * @param request - what was asked for
 * @param certificate - that came back
 * @returns whether it is for the key of the request
 */
export function answers(request: CertificateRequest, certificate: X509Certificate): boolean {
  const wanted = createPublicKey({ key: Buffer.from(request.publicKey, 'base64'), format: 'der', type: 'spki' });
  return certificate.publicKey.equals(wanted);
}

/**
 * @param request - a request
 * @param owner - whose
 * @returns the JSON
 */
export function certificateRequestView({ id, created, csr }: CertificateRequest, { href }: KeyOwner) {
  const self = `${href}/credentials/csrs/${id}`;
  return {
    id,
    created,
    csr,
    kty: 'RSA',
    _links: {
      self: { href: self, hints: { allow: ['GET', 'DELETE'] } },
      publish: { href: `${self}/lifecycle/publish`, hints: { allow: ['POST'] } },
    },
  };
}
