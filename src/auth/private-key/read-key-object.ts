import { type KeyFault, keyFault, type ReadKey, type SigningAlgorithm } from './key-form.js';

/** What CryptoKey and KeyObject show of themselves. */
interface LoadedKey {
  readonly type?: string;
  /** Of a CryptoKey. */
  readonly algorithm?: {
    readonly name?: string;
    readonly namedCurve?: string;
    readonly hash?: { readonly name?: string };
  };
  readonly usages?: readonly string[];
  /** Of a KeyObject. */
  readonly asymmetricKeyType?: string;
  readonly asymmetricKeyDetails?: { readonly namedCurve?: string; readonly modulusLength?: number };
}

const ALGORITHMS: Readonly<Record<string, SigningAlgorithm>> = {
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
  prime256v1: 'ES256',
  secp384r1: 'ES384',
  secp521r1: 'ES512',
  ed25519: 'EdDSA',
  Ed25519: 'EdDSA',
  rsa: 'RS256',
};

/**
 * Looks at a key that has been loaded already.
 *
 * @param key - any object
 * @returns the key, what is wrong with it, or `undefined` if it is neither a CryptoKey nor a KeyObject
 * @see https://nodejs.org/api/crypto.html#class-keyobject and https://www.w3.org/TR/webcrypto-2/#cryptokey-interface
 */
export function readKeyObject(key: object): ReadKey | KeyFault | undefined {
  const { type, algorithm, asymmetricKeyType } = key as LoadedKey;
  if (type === undefined || (algorithm === undefined && asymmetricKeyType === undefined)) return undefined;
  const word = algorithm === undefined ? 'KeyObject' : 'CryptoKey';
  if (type !== 'private') return keyFault(`is a ${word} of the type ${type}`);
  const alg = algorithm === undefined ? algorithmOfKeyObject(key) : algorithmOfCryptoKey(key);
  return alg === undefined
    ? keyFault(`is a ${word} that cannot sign in a way that is known`)
    : { form: 'loaded', key, alg };
}

function algorithmOfCryptoKey({ algorithm = {}, usages = [] }: LoadedKey): SigningAlgorithm | undefined {
  if (!usages.includes('sign')) return undefined;
  const { name = '', namedCurve = '', hash } = algorithm;
  const bits = hash?.name?.replace('SHA-', '') as '256' | '384' | '512' | undefined;
  if (name === 'RSASSA-PKCS1-v1_5' && bits) return `RS${bits}`;
  if (name === 'RSA-PSS' && bits) return `PS${bits}`;
  return ALGORITHMS[name] ?? ALGORITHMS[namedCurve];
}

function algorithmOfKeyObject({ asymmetricKeyType = '', asymmetricKeyDetails = {} }: LoadedKey) {
  const { namedCurve = '', modulusLength = Number.POSITIVE_INFINITY } = asymmetricKeyDetails;
  if (modulusLength < 2048) return undefined;
  return ALGORITHMS[asymmetricKeyType] ?? ALGORITHMS[namedCurve];
}
