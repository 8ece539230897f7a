import { createHash } from 'node:crypto';
import * as openid from 'openid-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmulator, type EmulatorOptions } from '../../src/emulator.js';
import { type Client, emulate, itemsOf, type Reply } from './client.js';
import { sendForm } from './oauth-clients.js';
import { PASSWORD, profileOf } from './people.js';
import { signIn } from './sign-in.js';

const CALLBACK = 'https://shop.example.com/callback';
const SECRET = 'vE6v1vS0d2gqkxbH3xPmBtnR5yTfZq8w';
const AUTHORIZE = '/oauth2/default/v1/authorize';
const TOKEN = '/oauth2/default/v1/token';
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

/** An org with Ada, who has the shop, and Grace, who has not. */
function shop(settings: object = {}, credentials: object = { client_secret: SECRET }): EmulatorOptions {
  const oauthClient = {
    application_type: 'web',
    redirect_uris: [CALLBACK],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    ...settings,
  };
  const app = {
    name: 'oidc_client',
    label: 'Shop',
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: credentials },
    settings: { oauthClient },
  };
  const user = (name: string) => ({ profile: profileOf(name), credentials: { password: { value: PASSWORD } } });
  const groups = [{ profile: { name: 'Engineers' }, members: ['ada@example.com'] }];
  const claims = [
    { name: 'first', claimType: 'RESOURCE', valueType: 'EXPRESSION', value: 'String.toUpperCase(user.firstName)' },
    { name: 'teams', claimType: 'RESOURCE', valueType: 'GROUPS', value: 'Eng', group_filter_type: 'STARTS_WITH' },
  ];
  return {
    seed: {
      users: [user('ada'), user('grace')],
      groups,
      apps: [{ id: '0oashop', app, users: ['ada@example.com'] }],
      authorizationServers: [{ id: 'default', claims }],
    },
  };
}

const REQUEST = {
  client_id: '0oashop',
  response_type: 'code',
  redirect_uri: CALLBACK,
  scope: 'openid profile offline_access',
  state: 'the-state',
  nonce: 'the-nonce',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
};

type Parameters = Readonly<Record<string, string | undefined>>;

/** Sends a browser there; a member that is `undefined` is left out. */
function visit(client: Client, parameters: Parameters, headers: Record<string, string> = {}): Promise<Reply> {
  const sent = Object.entries({ ...REQUEST, ...parameters }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(sent as [string, string][]);
  return client.send('GET', `${AUTHORIZE}?${query}`, { headers, redirect: 'manual' });
}

function told({ headers }: Reply): Record<string, string> {
  return Object.fromEntries(new URL(headers.get('location') ?? '').searchParams);
}

async function codeFor(client: Client, parameters: Parameters = {}): Promise<string> {
  const { sessionToken } = await signIn(client);
  return told(await visit(client, { sessionToken, ...parameters }))['code'] ?? '';
}

const BASIC = { Authorization: `Basic ${Buffer.from(`0oashop:${SECRET}`).toString('base64')}` };

function redeem(client: Client, form: Readonly<Record<string, string>>): Promise<Reply> {
  const standard = { grant_type: 'authorization_code', redirect_uri: CALLBACK, code_verifier: VERIFIER };
  return sendForm(client, TOKEN, { ...standard, ...form }, BASIC);
}

function refresh(client: Client, refresh_token: string, form: Readonly<Record<string, string>> = {}): Promise<Reply> {
  return sendForm(client, TOKEN, { grant_type: 'refresh_token', refresh_token, ...form }, BASIC);
}

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
}

async function tokensOf(client: Client): Promise<Tokens> {
  return (await redeem(client, { code: await codeFor(client) })).body as Tokens;
}

function payloadOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

const failure = (error: string) => ({ status: 400, body: { error } });

describe('openid-client', () => {
  it('signs a user in with PKCE, learns who it is, refreshes and revokes', async () => {
    const emulator = createEmulator(shop());
    onTestFinished(() => emulator.close());
    const { url } = await emulator.listen();
    const authn = await fetch(`${url}/api/v1/authn`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'ada@example.com', password: PASSWORD }),
    });
    const { sessionToken } = (await authn.json()) as { sessionToken: string };
    const config = await openid.discovery(
      new URL(`${url}/oauth2/default`),
      '0oashop',
      undefined,
      openid.ClientSecretBasic(SECRET),
      { execute: [openid.allowInsecureRequests] },
    );
    const [pkceCodeVerifier, expectedState, expectedNonce] = [VERIFIER, 'state', 'nonce'];
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: CALLBACK,
      scope: 'openid profile email offline_access',
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      state: expectedState,
      nonce: expectedNonce,
      sessionToken,
    });
    const redirect = await fetch(address, { redirect: 'manual' });
    const back = new URL(redirect.headers.get('location') ?? '');
    const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true };
    const tokens = await openid.authorizationCodeGrant(config, back, checks);
    const sub = tokens.claims()?.sub ?? '';
    expect(tokens.claims()).toMatchObject({ email: 'ada@example.com', amr: ['pwd'] });
    expect(await openid.fetchUserInfo(config, tokens.access_token, sub)).toMatchObject({
      given_name: 'ada',
      email_verified: true,
    });
    const renewed = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(renewed.claims()?.sub).toBe(sub);
    await openid.tokenRevocation(config, tokens.refresh_token ?? '');
    await expect(openid.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });
});

describe('a request to sign in', () => {
  it('opens a session, whose cookie is enough from then on', async () => {
    const client = await emulate('in process', shop());
    const { sessionToken } = await signIn(client);
    const first = await visit(client, { sessionToken });
    expect(first.status).toBe(302);
    expect(told(first)).toEqual({ code: expect.stringMatching(/^[\w-]{43}$/), state: 'the-state' });
    const [cookie = ''] = (first.headers.get('set-cookie') ?? '').split(';');
    expect(told(await visit(client, {}, { cookie }))).toMatchObject({ code: expect.any(String) });
    expect(told(await visit(client, { prompt: 'login' }, { cookie }))).toMatchObject({ error: 'login_required' });
    expect(told(await visit(client, { sessionToken }))).toMatchObject({ error: 'login_required' });
  });

  it('is answered in the fragment if that is asked for', async () => {
    const client = await emulate('in process', shop());
    const { headers } = await visit(client, { response_mode: 'fragment' });
    expect(headers.get('location')).toMatch(/^https:\/\/shop\.example\.com\/callback#error=login_required&/);
  });

  it.each<[string, Parameters, string]>([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['a response mode that needs a page', { response_mode: 'form_post' }, 'invalid_request'],
    ['no state', { state: undefined }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a short challenge', { code_challenge: 'short' }, 'invalid_request'],
    ['no scope', { scope: undefined }, 'invalid_scope'],
    ['a scope that the server does not have', { scope: 'openid nonsense' }, 'invalid_scope'],
    ['a session token that does not hold', { sessionToken: '20111nonsense' }, 'login_required'],
  ])('with %s is refused, and the client told', async (_, parameters, error) => {
    const client = await emulate('in process', shop());
    const { sessionToken } = await signIn(client);
    expect(told(await visit(client, { sessionToken, ...parameters }))).toMatchObject({ error });
  });

  it.each<[string, Parameters]>([
    ['client', { client_id: 'nobody' }],
    ['redirect address', { redirect_uri: 'https://evil.example/callback' }],
  ])('with an unknown %s redirects nobody', async (_, parameters) => {
    const client = await emulate('in process', shop());
    const reply = await visit(client, parameters);
    expect(reply).toMatchObject(failure('invalid_request'));
    expect(reply.headers.get('location')).toBeNull();
  });

  it('needs a challenge where there is no secret', async () => {
    const settings = { application_type: 'native' };
    const client = await emulate('in process', shop(settings, { token_endpoint_auth_method: 'none' }));
    const { sessionToken } = await signIn(client);
    const bare = { code_challenge: undefined, code_challenge_method: undefined };
    expect(told(await visit(client, { sessionToken, ...bare }))).toMatchObject({ error: 'invalid_request' });
    const code = await codeFor(client);
    const form = { grant_type: 'authorization_code', redirect_uri: CALLBACK, code_verifier: VERIFIER, code };
    expect((await sendForm(client, TOKEN, { ...form, client_id: '0oashop' })).status).toBe(200);
  });

  it('is refused to users without the app, and where no rule is about them', async () => {
    const client = await emulate('in process', shop());
    const { sessionToken } = await signIn(client, { username: 'grace@example.com' });
    expect(told(await visit(client, { sessionToken }))).toMatchObject({ error: 'access_denied' });
    const policies = '/api/v1/authorizationServers/default/policies';
    const [policy] = itemsOf(await client.get(policies));
    const [rule] = itemsOf(await client.get(`${policies}/${policy?.id}/rules`));
    const people = { groups: { include: ['00gnobody'] } };
    const conditions = { ...Object(rule?.['conditions']), people };
    const path = `${policies}/${policy?.id}/rules/${rule?.id}`;
    expect((await client.put(path, { ...rule, conditions })).status).toBe(200);
    expect(told(await visit(client, await signedIn(client)))).toMatchObject({ error: 'access_denied' });
  });
});

async function signedIn(client: Client): Promise<Parameters> {
  const { sessionToken } = await signIn(client);
  return { sessionToken };
}

describe('a code', () => {
  it('brings tokens that tell of the user, the app and the groups', async () => {
    const client = await emulate('in process', shop());
    const reply = await redeem(client, { code: await codeFor(client) });
    expect(reply).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer', expires_in: 3600, scope: 'openid profile offline_access' },
    });
    const { access_token, id_token } = reply.body as Tokens;
    const claims = payloadOf(access_token);
    expect(claims).toMatchObject({ sub: 'ada@example.com', cid: '0oashop', first: 'ADA', teams: ['Engineers'] });
    expect(payloadOf(id_token)).toMatchObject({
      sub: claims['uid'],
      aud: '0oashop',
      nonce: 'the-nonce',
      name: 'ada Lovelace',
    });
  });

  it.each([
    ['a wrong verifier', { code_verifier: VERIFIER.replace('d', 'e') }],
    ['no verifier', { code_verifier: '' }],
    ['another redirect address', { redirect_uri: `${CALLBACK}/other` }],
  ])('is worth nothing with %s, and used up', async (_, form) => {
    const client = await emulate('in process', shop());
    const code = await codeFor(client);
    expect(await redeem(client, { code, ...form })).toMatchObject(failure('invalid_grant'));
    expect(await redeem(client, { code })).toMatchObject(failure('invalid_grant'));
  });

  it('must be one that was given out, and by this server', async () => {
    const client = await emulate('in process', shop());
    expect(await redeem(client, { code: 'nonsense' })).toMatchObject(failure('invalid_grant'));
    expect(await redeem(client, {})).toMatchObject(failure('invalid_request'));
    const { sessionToken } = await signIn(client);
    const query = new URLSearchParams({ ...REQUEST, sessionToken });
    const atOrg = await client.send('GET', `/oauth2/v1/authorize?${query}`, { headers: {}, redirect: 'manual' });
    expect(await redeem(client, { code: told(atOrg)['code'] ?? '' })).toMatchObject(failure('invalid_grant'));
  });

  it('is good once, and for five minutes', async () => {
    const client = await emulate('in process', shop());
    const code = await codeFor(client);
    expect((await redeem(client, { code })).status).toBe(200);
    expect(await redeem(client, { code })).toMatchObject(failure('invalid_grant'));
    const late = await codeFor(client);
    client.clock.tick(300_001);
    expect(await redeem(client, { code: late })).toMatchObject(failure('invalid_grant'));
  });

  it('brings no refresh token unless that was asked for', async () => {
    const client = await emulate('in process', shop());
    const { body } = await redeem(client, { code: await codeFor(client, { scope: 'openid' }) });
    expect(body).not.toHaveProperty('refresh_token');
    const { body: bare } = await redeem(client, { code: await codeFor(client, { scope: 'profile' }) });
    expect(bare).not.toHaveProperty('id_token');
  });
});

describe('a refresh token', () => {
  it('may bring less than before, but not more', async () => {
    const client = await emulate('in process', shop());
    const { refresh_token } = await tokensOf(client);
    const less = await refresh(client, refresh_token, { scope: 'openid' });
    expect(less).toMatchObject({ status: 200, body: { scope: 'openid', refresh_token } });
    expect(await refresh(client, refresh_token, { scope: 'openid email' })).toMatchObject(failure('invalid_scope'));
  });

  it('is replaced where the client wants that, and revoked when an old one shows up', async () => {
    const settings = { refresh_token: { rotation_type: 'ROTATE', leeway: 10 } };
    const client = await emulate('in process', shop(settings));
    const { refresh_token: old } = await tokensOf(client);
    const { refresh_token: next } = (await refresh(client, old)).body as Tokens;
    expect(next).not.toBe(old);
    client.clock.tick(9_000);
    expect((await refresh(client, old)).status).toBe(200);
    client.clock.tick(1_000);
    expect(await refresh(client, old)).toMatchObject(failure('invalid_grant'));
    expect(await refresh(client, next)).toMatchObject(failure('invalid_grant'));
  });

  it('ends unused after a week, and with the user', async () => {
    const client = await emulate('in process', shop());
    const { refresh_token } = await tokensOf(client);
    client.clock.tick(7 * 86_400_000 - 1_000);
    expect((await refresh(client, refresh_token)).status).toBe(200);
    client.clock.tick(7 * 86_400_000);
    expect(await refresh(client, refresh_token)).toMatchObject(failure('invalid_grant'));
    const { refresh_token: other, access_token } = await tokensOf(client);
    await client.post('/api/v1/users/ada@example.com/lifecycle/suspend');
    expect(await refresh(client, other)).toMatchObject(failure('invalid_grant'));
    const introspection = await sendForm(client, '/oauth2/default/v1/introspect', { token: access_token }, BASIC);
    expect(introspection.body).toEqual({ active: false });
  });

  it('is listed by the management API, without its text', async () => {
    const client = await emulate('in process', shop());
    const { refresh_token } = await tokensOf(client);
    const list = await client.get('/api/v1/apps/0oashop/tokens');
    expect(list.body).toMatchObject([{ clientId: '0oashop', scopes: ['openid', 'profile', 'offline_access'] }]);
    expect(list.text).not.toContain(refresh_token);
    const [token] = itemsOf(list);
    expect((await client.delete(`/api/v1/apps/0oashop/tokens/${token?.id}`)).status).toBe(204);
    expect(await refresh(client, refresh_token)).toMatchObject(failure('invalid_grant'));
  });
});

it('userinfo wants a token for a user, with the scope openid', async () => {
  const client = await emulate('in process', shop());
  const ask = (headers: Record<string, string>) => client.send('GET', '/oauth2/default/v1/userinfo', { headers });
  const nobody = await ask({});
  expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringContaining('error="invalid_token"'),
  ]);
  const { body } = await redeem(client, { code: await codeFor(client, { scope: 'profile' }) });
  expect((await ask({ Authorization: `Bearer ${(body as Tokens).access_token}` })).status).toBe(403);
});
