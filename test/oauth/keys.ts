import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder.js';

/** A key pair under the name of its algorithm. */
export interface TestKey {
  readonly alg: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: Record<string, unknown>;
}

const KINDS: Readonly<Record<string, () => KeyPair>> = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  RS256_4096: () => generateKeyPairSync('rsa', { modulusLength: 4096 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  ES512: () => generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
};

interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Names of all kinds of keys. */
export const keyKinds = Object.keys(KINDS);

/**
 * Makes a key pair.
 *
 * @param kind - one of `keyKinds`
 * @returns the pair; its `kid` is the kind
 */
export function makeKey(kind: string): TestKey {
  const pair = KINDS[kind]?.();
  if (pair === undefined) throw new Error(`no kind of key is called ${kind}`);
  const alg = kind.split('_')[0] ?? '';
  return {
    alg,
    privateKey: pair.privateKey,
    publicJwk: { ...pair.publicKey.export({ format: 'jwk' }), kid: kind, alg, use: 'sig' },
  };
}

const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1') => String(key.export({ format: 'pem', type }));

/** Every form in which a key can be given, by name. */
export const keyForms: Readonly<Record<string, (key: TestKey) => string | object | undefined>> = {
  'JWK object': ({ privateKey, alg }) => ({ ...privateKey.export({ format: 'jwk' }), alg }),
  'JWK text': ({ privateKey }) => JSON.stringify(privateKey.export({ format: 'jwk' })),
  'PKCS#8 PEM': ({ privateKey }) => pem(privateKey, 'pkcs8'),
  'PKCS#1 PEM': ({ privateKey, alg }) => (alg.startsWith('RS') ? pem(privateKey, 'pkcs1') : undefined),
  'SEC1 PEM': ({ privateKey, alg }) => (alg.startsWith('ES') ? pem(privateKey, 'sec1') : undefined),
  'PEM with escaped line breaks': ({ privateKey }) => pem(privateKey, 'pkcs8').replaceAll('\n', '\\n'),
  'PEM in one line': ({ privateKey }) => pem(privateKey, 'pkcs8').replaceAll('\n', ' '),
  'PEM with Windows line ends': ({ privateKey }) => pem(privateKey, 'pkcs8').replaceAll('\n', '\r\n'),
  'base64 of PEM': ({ privateKey }) => Buffer.from(pem(privateKey, 'pkcs8')).toString('base64'),
  'base64 of a JWK': ({ privateKey }) =>
    Buffer.from(JSON.stringify(privateKey.export({ format: 'jwk' }))).toString('base64'),
  'path to a file': ({ privateKey }) => {
    const path = join(temporaryFolder(), 'key.pem');
    writeFileSync(path, pem(privateKey, 'pkcs8'));
    return path;
  },
  KeyObject: ({ privateKey }) => privateKey,
};
