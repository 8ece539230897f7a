import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserApi } from '../../../generated/management/apis/index.js';
import { createConfiguration } from '../../../src/config/create-configuration.js';
import { ConfigError } from '../../../src/errors/config-error.js';
import { localServer, sendJson } from '../../support/local-server.js';
import { suiteFolder } from '../../support/temporary-folder.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
const exotic = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
const x25519 = generateKeyPairSync('x25519');

const pkcs8 = ({ privateKey }: { privateKey: KeyObject }) =>
  String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
const jwk = ({ privateKey }: { privateKey: KeyObject }) => privateKey.export({ format: 'jwk' });
const encrypted = { format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' } as const;
const folder = suiteFolder();
let files = 0;
const fileWith = (text: string) => {
  const path = join(folder, `${++files}.pem`);
  writeFileSync(path, text);
  return path;
};

function configureWith(privateKey: string | object, orgUrl = 'http://localhost:1') {
  return createConfiguration({ orgUrl, clientId: '0oa1', scopes: 'okta.users.read', privateKey, environment: {} });
}

function reasonFor(privateKey: string | object): string {
  try {
    configureWith(privateKey);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the key was taken');
}

const { d: _, ...publicJwk } = jwk(rsa);
const { qi: __, ...incompleteJwk } = jwk(rsa);

describe('a private key that cannot be used is refused before anything is sent', () => {
  it.each<[string, string | object, string]>([
    ['nothing', '', 'is empty'],
    ['a word', 'secret', 'unknown form'],
    [
      'an encrypted PKCS#8 key',
      String(rsa.privateKey.export({ ...encrypted, type: 'pkcs8' })),
      'is an encrypted private key',
    ],
    [
      'an encrypted PKCS#1 key',
      String(rsa.privateKey.export({ ...encrypted, type: 'pkcs1' })),
      'is an encrypted private key',
    ],
    ['a public key in PEM', String(rsa.publicKey.export({ format: 'pem', type: 'spki' })), 'is a public key'],
    ['a public key as JWK', publicJwk, 'without its private part'],
    ['a JWK that lacks members', incompleteJwk, 'lacks qi'],
    ['a JWK set', { keys: [jwk(rsa)] }, 'is a JWK set'],
    ['a symmetric JWK', { kty: 'oct', k: 'c2VjcmV0' }, 'of the type oct'],
    ['a JWK with an algorithm that does not fit', { ...jwk(ec), alg: 'RS256' }, 'RS256'],
    ['JSON that is none', '{"kty":"RSA","d":"s3cr3t"', 'not JSON'],
    ['PEM without its end', pkcs8(rsa).slice(0, 700), 'cut short'],
    ['PEM with a part missing', pkcs8(rsa).replace(/\n.{64}\n/, '\n'), 'damaged or cut short'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', 'is a certificate'],
    ['a key of OpenSSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----', 'ssh-keygen'],
    ['an RSA key that is too short', pkcs8(short), 'too short'],
    ['the same as JWK', jwk(short), 'too short'],
    ['an unusual curve', pkcs8(exotic), 'another kind or on another curve'],
    ['a key that cannot sign', pkcs8(x25519), 'another kind or on another curve'],
    ['a public KeyObject', rsa.publicKey, 'is a KeyObject of the type public'],
    ['a short KeyObject', short.privateKey, 'cannot sign'],
    [
      'an object that signs in an unknown way',
      { alg: 'HS256', sign: async () => new Uint8Array() },
      'no `alg` that is known',
    ],
    ['a path to nothing', './no-such-key.pem', 'cannot be read (ENOENT)'],
    ['a path to something else', fileWith('hello'), 'unknown form'],
    ['a path to a path', fileWith('/etc/passwd'), 'unknown form'],
    ['a number', { 1: 2 }, 'of the type unknown'],
  ])('%s', (_name, key, reason) => {
    const message = reasonFor(key);
    expect(message).toContain(reason);
    expect(message).toContain('accepted are an RSA');
    expect(message).not.toMatch(/s3cr3t|MIIE|c2VjcmV0/);
  });

  it('when its numbers do not fit together, with the first call, and again with the next', async () => {
    const server = await localServer((_seen, response) => sendJson(response, {}));
    const users = new UserApi(configureWith({ ...jwk(ec), d: jwk(ec).x }, server.url));
    for (const _call of [1, 2]) {
      const error = await users.getUser({ userId: 'me' }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ConfigError);
      expect(String(error)).toContain('do not fit together');
    }
    expect(server.requests).toEqual([]);
  });
});

describe('whatever is given as a key', () => {
  const pieces = fc.constantFrom(
    pkcs8(rsa),
    JSON.stringify(jwk(ec)),
    'RSA',
    '-----BEGIN PRIVATE KEY-----',
    '{',
    '=',
    '\\n',
  );
  const mutated = fc
    .tuple(fc.constantFrom(pkcs8(rsa), pkcs8(ec), JSON.stringify(jwk(rsa))), fc.nat(1800), fc.string({ maxLength: 8 }))
    .map(([text, at, piece]) => text.slice(0, at) + piece + text.slice(at + 3));
  const anything = fc.oneof(
    mutated,
    fc.array(pieces, { maxLength: 4 }).map((parts) => parts.join('')),
    fc.string(),
    fc.object(),
  );

  it('it is taken, or refused with a ConfigError that does not show it', () => {
    fc.assert(
      fc.property(anything, (key) => {
        try {
          configureWith(key);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
          const parts = typeof key === 'string' ? (key.match(/[\w+/]{24,}/g) ?? []) : [];
          for (const part of parts) expect(String(error)).not.toContain(part);
        }
      }),
      { numRuns: 500 },
    );
  });
});
