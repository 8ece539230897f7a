import { ConfigError } from '../errors/config-error.js';
import { base64url, importJWK, importPKCS8, SignJWT } from './jose/sign.js';
import { ACCEPTED, type ReadKey, type RemoteKey } from './private-key/key-form.js';

/** Signs a JWT: header members beside `alg` and `kid`, and the payload. */
export type SignJwt = (payload: object, header?: object) => Promise<string>;

/**
 * Makes what signs with a private key. The key is loaded with the first signature, and once.
 *
 * @param key - as it was read
 * @param keyId - `kid` where the key does not say it
 * @returns the signer; rejects with {@link ConfigError} if the key cannot be loaded
 * @see RFC 7515
 */
export function jwtSigner(key: ReadKey, keyId?: string): SignJwt {
  const kid = keyId ?? key.kid;
  const standard = { alg: key.alg, ...(kid === undefined ? {} : { kid }) };
  let loaded: Promise<Signature> | undefined;
  return async (payload, header = {}) => {
    loaded ??= load(key);
    const sign = await loaded;
    return sign({ ...standard, ...header }, payload);
  };
}

type Signature = (header: { alg: string }, payload: object) => Promise<string>;

async function load(key: ReadKey): Promise<Signature> {
  if (key.form === 'remote') return (header, payload) => signRemotely(key.remote, { header, payload });
  try {
    const loaded = await loadKey();
    return (header, payload) => new SignJWT({ ...payload }).setProtectedHeader(header).sign(loaded);
  } catch (cause) {
    throw unusable(cause);
  }

  async function loadKey() {
    if (key.form === 'jwk') return importJWK(key.jwk, key.alg);
    return key.form === 'pkcs8' ? importPKCS8(key.pem, key.alg) : (key as { key: CryptoKey }).key;
  }
}

/** The platform says only that the key is bad; nothing of it is in its message. */
function unusable(cause: unknown): ConfigError {
  const reason = `has the form of a key, but its numbers do not fit together; ${ACCEPTED}`;
  return new ConfigError([{ setting: 'privateKey', source: 'key', reason }], { cause });
}

interface Jws {
  readonly header: object;
  readonly payload: object;
}

async function signRemotely(remote: RemoteKey, { header, payload }: Jws): Promise<string> {
  const { encode } = base64url;
  const input = `${encode(JSON.stringify(header))}.${encode(JSON.stringify(payload))}`;
  const signature = await remote.sign(new TextEncoder().encode(input));
  if (!(signature instanceof Uint8Array)) throw new TypeError('`sign` of the private key must give a Uint8Array');
  return `${input}.${encode(signature)}`;
}
