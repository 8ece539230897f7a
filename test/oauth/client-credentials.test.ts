import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserApi } from '../../generated/management/apis/index.js';
import { systemClock } from '../../src/clock.js';
import { createConfiguration } from '../../src/config/create-configuration.js';
import type { ConfigurationOptions } from '../../src/config/options.js';
import { OAuthError } from '../../src/errors/oauth-error.js';
import { manualClock } from '../support/manual-clock.js';
import { keyForms, keyKinds, makeKey, type TestKey } from './keys.js';
import { protectedApi } from './protected-api.js';
import { type ProviderOptions, type RunningProvider, SCOPE, startProvider } from './provider.js';

const keys = new Map<string, TestKey>(keyKinds.map((kind) => [kind, makeKey(kind)]));
const keyOf = (kind: string) => keys.get(kind) ?? makeKey('ES256');

function suiteProvider(options: ProviderOptions = {}): () => RunningProvider {
  let provider: RunningProvider;
  beforeAll(async () => {
    const clients = [...keys].map(([kind, { alg, publicJwk }]) => ({ id: kind, alg, jwk: publicJwk }));
    provider = await startProvider(
      [...clients, ...clients.map((client) => ({ ...client, id: `${client.id}-dpop`, dpop: true }))],
      options,
    );
  });
  afterAll(() => provider.close());
  return () => provider;
}

async function userApi(provider: RunningProvider, options: ConfigurationOptions & { clientId: string }) {
  const api = await protectedApi(provider.issuer);
  const kind = options.clientId.replace('-dpop', '');
  const configuration = createConfiguration({
    orgUrl: api.url,
    issuer: provider.issuer,
    scopes: [SCOPE],
    privateKey: keyOf(kind).privateKey,
    keyId: kind,
    environment: {},
    ...options,
  });
  return { users: new UserApi(configuration), api };
}

const read = (users: UserApi) => users.getUser({ userId: 'me' });

describe('client credentials at an authorization server that nobody here wrote', () => {
  const provider = suiteProvider();

  describe.each(keyKinds)('with a key for %s', (kind) => {
    it.each(Object.keys(keyForms))('as %s', async (form) => {
      const privateKey = keyForms[form]?.(keyOf(kind));
      if (privateKey === undefined) return expect(form).toMatch(/PKCS#1|SEC1/);
      const { users } = await userApi(provider(), { clientId: kind, privateKey });
      await expect(read(users)).resolves.toMatchObject({ id: '00u1' });
    });

    it('bound to a key of the process, with a proof for each call', async () => {
      const { users, api } = await userApi(provider(), { clientId: `${kind}-dpop` });
      await read(users);
      await expect(read(users)).resolves.toMatchObject({ id: '00u1' });
      expect(api.requests.map(({ headers }) => headers.authorization?.split(' ')[0])).toEqual(['DPoP', 'DPoP']);
    });
  });

  it('signs through an object where the key lives elsewhere', async () => {
    const { createSign } = await import('node:crypto');
    const { privateKey } = keyOf('ES256');
    const sign = async (input: Uint8Array) =>
      createSign('sha256').update(input).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' });
    const { users } = await userApi(provider(), {
      clientId: 'ES256',
      privateKey: { alg: 'ES256', kid: 'ES256', sign },
    });
    await expect(read(users)).resolves.toMatchObject({ id: '00u1' });
  });

  it('takes a CryptoKey', async () => {
    const pkcs8 = keyOf('RS256').privateKey.export({ format: 'der', type: 'pkcs8' });
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const privateKey = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), algorithm, false, ['sign']);
    const { users } = await userApi(provider(), { clientId: 'RS256', privateKey });
    await expect(read(users)).resolves.toMatchObject({ id: '00u1' });
  });

  it('makes one token request for a hundred calls at once', async () => {
    const { users } = await userApi(provider(), { clientId: 'ES256' });
    const before = provider().requests();
    await Promise.all(Array.from({ length: 100 }, () => read(users)));
    expect(provider().requests() - before).toBe(1);
  });

  it.each(['ES256', 'ES256-dpop'])(
    'replaces a revoked token once, however many calls meet it (%s)',
    async (clientId) => {
      const { users, api } = await userApi(provider(), { clientId });
      await read(users);
      const before = provider().requests();
      api.revoke();
      await Promise.all(Array.from({ length: 20 }, () => read(users)));
      expect(provider().requests() - before).toBe(1);
    },
  );

  it('learns that the clock is slow, and asks once more', async () => {
    const minutes = -10;
    const clock = { ...systemClock, now: () => Date.now() + minutes * 60_000 };
    const { users } = await userApi(provider(), { clientId: 'ES256', clock });
    const before = provider().requests();
    await read(users);
    expect(provider().requests() - before).toBe(2);
  });

  it.each([-10, 10])('makes proofs by the clock of the server if ours is %i minutes off', async (minutes) => {
    const clock = { ...systemClock, now: () => Date.now() + minutes * 60_000 };
    const { users } = await userApi(provider(), { clientId: 'ES256-dpop', clock });
    await expect(read(users)).resolves.toMatchObject({ id: '00u1' });
  });

  it.each([
    ['a wrong kid', { clientId: 'RS256', keyId: 'nobody' }, 'invalid_client'],
    ['a key of somebody else', { clientId: 'RS256', privateKey: keyOf('ES256').privateKey }, 'invalid_client'],
    ['an unknown client', { clientId: 'nobody', privateKey: keyOf('ES256').privateKey }, 'invalid_client'],
    ['dpop switched off where it is demanded', { clientId: 'ES256-dpop', dpop: false as const }, 'invalid_'],
  ])('fails with what the server said: %s', async (_, options, code) => {
    const { users, api } = await userApi(provider(), options);
    const error = await read(users).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OAuthError);
    expect(error).toMatchObject({ error: expect.stringContaining(code), status: expect.any(Number) });
    expect(api.requests).toHaveLength(0);
  });

  it('asks again after a failure, as failures are not kept', async () => {
    const { users } = await userApi(provider(), { clientId: 'RS256', keyId: 'nobody' });
    const before = provider().requests();
    await read(users).catch(() => {});
    await read(users).catch(() => {});
    expect(provider().requests() - before).toBe(2);
  });
});

describe('a server that wants a nonce in every proof', () => {
  const provider = suiteProvider({ nonce: true });

  it('gets one after one retry, and remembers it', async () => {
    const { users } = await userApi(provider(), { clientId: 'ES256-dpop' });
    const before = provider().requests();
    await read(users);
    expect(provider().requests() - before).toBeLessThanOrEqual(3);
  });

  it('needs one request less if DPoP was switched on', async () => {
    const { users } = await userApi(provider(), { clientId: 'ES256-dpop', dpop: true });
    const before = provider().requests();
    await read(users);
    expect(provider().requests() - before).toBe(2);
  });
});

describe('the life of a token', () => {
  const provider = suiteProvider({ life: 100 });

  it('ends with a new one in time: in the background near its end, before the call after it', async () => {
    const clock = manualClock(Date.now());
    const { users } = await userApi(provider(), { clientId: 'ES256', clock });
    const before = provider().requests();
    const asked = () => provider().requests() - before;
    await read(users);
    await clock.advance(80_000);
    await read(users);
    expect(asked()).toBe(1);
    await clock.advance(11_000);
    await read(users);
    await expect.poll(asked).toBe(2);
    await clock.advance(95_000);
    await read(users).catch(() => {});
    await expect.poll(asked).toBeGreaterThanOrEqual(3);
  });
});
