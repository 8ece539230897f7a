import { explicit, integer, sequence, time } from './der.js';
import { type DistinguishedName, nameDer } from './distinguished-name.js';
import type { KeyPair } from './key-pair.js';
import { publicKeyDer, SHA256_WITH_RSA, signed } from './signed.js';

/** What a certificate says. */
export interface CertificateFacts {
  readonly subject: DistinguishedName;
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Milliseconds since 1970. */
  readonly to: number;
}

/** What the version is written as. Source: RFC 5280, section 4.1.2.1 */
const VERSION_3 = 2;

/**
 * Makes an X.509 certificate that its own key has signed. Its serial number is the time, as in those of the service.
 *
 * @param facts - what it says
 * @param key - whose it is
 * @returns its DER
 * @see RFC 5280, section 4.1
 */
export function selfSigned({ subject, from, to }: CertificateFacts, { publicKey, privateKey }: KeyPair): Buffer {
  const name = nameDer(subject);
  const content = sequence(
    explicit(0, integer(VERSION_3)),
    integer(from),
    SHA256_WITH_RSA,
    name,
    sequence(time(from), time(to)),
    name,
    publicKeyDer(publicKey),
  );
  return signed(content, privateKey);
}
