import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserApi } from '../../generated/management/apis/index.js';
import { systemClock } from '../../src/clock.js';
import { createConfiguration } from '../../src/config/create-configuration.js';
import type { ConfigurationOptions } from '../../src/config/options.js';
import { createEmulator, type Emulator } from '../../src/emulator.js';
import { OAuthError } from '../../src/errors/oauth-error.js';
import { OktaApiError } from '../../src/errors/okta-api-error.js';
import type { Handler } from '../../src/http/message.js';
import { crossFetchTransport } from '../../src/transport/cross-fetch.js';
import { keyForms, keyKinds, makeKey, type TestKey } from './keys.js';

/** Okta takes no EdDSA for client assertions. */
const KINDS = keyKinds.filter((kind) => kind !== 'EdDSA');
const SCOPE = 'okta.users.read';

const keys = new Map<string, TestKey>(KINDS.map((kind) => [kind, makeKey(kind)]));
const keyOf = (kind: string) => keys.get(kind) ?? makeKey('ES256');
const ids = new Map<string, string>();

let emulator: Emulator;

beforeAll(async () => {
  emulator = createEmulator();
  await emulator.listen();
  for (const kind of KINDS) {
    ids.set(kind, await serviceApp(kind, false));
    ids.set(`${kind}-dpop`, await serviceApp(kind, true));
  }
}, 60_000);
afterAll(() => emulator.close());

async function post(path: string, body: object): Promise<{ id: string }> {
  const headers = { Authorization: `SSWS ${emulator.token}`, 'Content-Type': 'application/json' };
  const response = await fetch(emulator.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as { id: string };
}

async function serviceApp(kind: string, dpop: boolean): Promise<string> {
  const { publicJwk } = keyOf(kind);
  const { id } = await post('/api/v1/apps', {
    name: 'oidc_client',
    label: `Robot ${kind} ${dpop}`,
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: { token_endpoint_auth_method: 'private_key_jwt' } },
    settings: {
      oauthClient: {
        application_type: 'service',
        grant_types: ['client_credentials'],
        jwks: { keys: [publicJwk] },
        dpop_bound_access_tokens: dpop,
      },
    },
  });
  await post(`/api/v1/apps/${id}/grants`, { issuer: emulator.url, scopeId: SCOPE });
  await post(`/oauth2/v1/clients/${id}/roles`, { type: 'SUPER_ADMIN' });
  return id;
}

/** Counts token requests and notes how calls are authorized. */
function watched() {
  const send = crossFetchTransport();
  const seen = { tokenRequests: 0, schemes: [] as string[] };
  const transport: Handler = (request) => {
    if (request.url.endsWith('/token')) seen.tokenRequests += 1;
    else seen.schemes.push(String(request.headers['Authorization']).split(' ')[0] ?? '');
    return send(request);
  };
  return { seen, transport };
}

function robot(client: string, options: ConfigurationOptions = {}) {
  const kind = client.replace('-dpop', '');
  const { seen, transport } = watched();
  const configuration = createConfiguration({
    orgUrl: emulator.url,
    clientId: ids.get(client) ?? client,
    scopes: [SCOPE],
    privateKey: keyOf(kind).privateKey,
    keyId: kind,
    environment: {},
    transport,
    ...options,
  });
  return { users: new UserApi(configuration), seen };
}

const read = async ({ users }: { users: UserApi }) => (await users.listUsers({ limit: 1 })).first();

describe.each(KINDS)('a service app with a key for %s', (kind) => {
  it.each(Object.keys(keyForms))('as %s', async (form) => {
    const privateKey = keyForms[form]?.(keyOf(kind));
    if (privateKey === undefined) return expect(form).toMatch(/PKCS#1|SEC1/);
    await expect(read(robot(kind, { privateKey }))).resolves.toMatchObject({ status: 'ACTIVE' });
  });

  it('that must bind its tokens finds out, and proves every call', async () => {
    const app = robot(`${kind}-dpop`);
    await read(app);
    await expect(read(app)).resolves.toMatchObject({ status: 'ACTIVE' });
    expect(app.seen.schemes).toEqual(['DPoP', 'DPoP']);
    expect(app.seen.tokenRequests).toBeLessThanOrEqual(3);
  });
});

describe('a service app', () => {
  it('makes one token request for a hundred calls at once', async () => {
    const app = robot('ES256-dpop', { dpop: true });
    await Promise.all(Array.from({ length: 100 }, () => read(app)));
    expect(app.seen.tokenRequests).toBe(2);
  });

  it.each([-10, 10])('works though its clock is %i minutes off', async (minutes) => {
    const clock = { ...systemClock, now: () => Date.now() + minutes * 60_000 };
    await expect(read(robot('ES256-dpop', { clock }))).resolves.toMatchObject({ status: 'ACTIVE' });
    await expect(read(robot('RS256', { clock }))).resolves.toMatchObject({ status: 'ACTIVE' });
  });

  it.each<[string, string, ConfigurationOptions, string]>([
    ['a wrong kid', 'RS256', { keyId: 'nobody' }, 'invalid_client'],
    ['a key of somebody else', 'RS256', { privateKey: makeKey('RS256').privateKey }, 'invalid_client'],
    ['an unknown client', '0oaNobody', {}, 'invalid_client'],
    ['a scope that is not granted', 'ES256', { scopes: ['okta.apps.manage'] }, 'invalid_scope'],
    ['dpop switched off where it is demanded', 'ES256-dpop', { dpop: false }, 'invalid_dpop_proof'],
  ])('fails with what the server said: %s', async (_, client, options, code) => {
    const app = robot(client, options);
    const error = await read(app).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OAuthError);
    expect(error).toMatchObject({ error: code, requestId: expect.stringMatching(/.{20}/), status: expect.any(Number) });
    expect(app.seen.schemes).toEqual([]);
  });

  it('is told which scope a call lacks', async () => {
    const { users } = robot('ES256');
    const error = await users.deleteUser({ userId: '00u1' }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      status: 403,
      message: expect.stringMatching(/insufficient_scope.*okta.users.manage/),
    });
    expect(error).not.toBeInstanceOf(OktaApiError);
  });
});
