import { explicit, implicit, integer, objectIdentifier, octetString, sequence, set } from './der.js';
import { type DistinguishedName, nameDer } from './distinguished-name.js';
import type { KeyPair } from './key-pair.js';
import { publicKeyDer, signed } from './signed.js';

/** What a certificate is asked for. */
export interface RequestFacts {
  readonly subject: DistinguishedName;
  readonly dnsNames: readonly string[];
}

const VERSION_1 = 0;
/** Source: RFC 2985, section 5.4.2 */
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
/** Source: RFC 5280, section 4.2.1.6 */
const SUBJECT_ALT_NAME = '2.5.29.17';
const DNS_NAME = 2;

/**
 * Makes a PKCS #10 request for a certificate.
 *
 * @param facts - what is asked for
 * @param key - signs the request; the certificate is to be for it
 * @returns its DER
 * @see RFC 2986, section 4
 */
export function certificationRequest({ subject, dnsNames }: RequestFacts, { publicKey, privateKey }: KeyPair): Buffer {
  const attributes = dnsNames.length === 0 ? [] : [alternativeNames(dnsNames)];
  const content = sequence(
    integer(VERSION_1),
    nameDer(subject),
    publicKeyDer(publicKey),
    explicit(0, Buffer.concat(attributes)),
  );
  return signed(content, privateKey);
}

function alternativeNames(dnsNames: readonly string[]): Buffer {
  const names = sequence(...dnsNames.map((name) => implicit(DNS_NAME, Buffer.from(name, 'latin1'))));
  const extension = sequence(objectIdentifier(SUBJECT_ALT_NAME), octetString(names));
  return sequence(objectIdentifier(EXTENSION_REQUEST), set(sequence(extension)));
}
