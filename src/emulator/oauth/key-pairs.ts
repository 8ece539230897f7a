import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';

/** Private RSA keys by the name of the key, made when they are first asked for. */
export interface KeyPairs {
  /**
   * @param kid - name of the key
   * @returns the private key, always the same for a name
   */
  of(kid: string): JsonWebKey;
}

const RSA_BITS = 2048;

/**
 * Makes a source of keys. Each takes some tens of milliseconds, so none is made before it is needed; and what was made
 * survives a reset of the org, so that tests that reset between them do not pay again.
 *
 * The keys are real ones: their numbers do not come from the chance of the org.
 *
 * @returns the source
 */
export function createKeyPairs(): KeyPairs {
  const made = new Map<string, JsonWebKey>();
  return {
    of(kid) {
      const key =
        made.get(kid) ?? generateKeyPairSync('rsa', { modulusLength: RSA_BITS }).privateKey.export({ format: 'jwk' });
      made.set(kid, key);
      return key;
    },
  };
}
