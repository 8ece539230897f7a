import { describe, expect, it } from 'vitest';
import { type Client, emulate, errorOf, idsOf, itemsOf } from './client.js';

const oauthClient = {
  application_type: 'web',
  grant_types: ['authorization_code', 'refresh_token'],
  redirect_uris: ['https://example.com/callback'],
};
const ADA = { login: 'ada@example.com', email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' };
const SEED = {
  users: [{ id: '00uada', profile: ADA }],
  apps: [
    {
      id: '0oaweb',
      app: { name: 'oidc_client', label: 'Web', settings: { oauthClient } },
      refreshTokens: [
        { id: 'oar1', user: 'ada@example.com', scopes: ['offline_access'] },
        { id: 'oar2', user: 'ada@example.com', scopes: ['openid', 'email'], authorizationServer: 'default' },
      ],
    },
  ],
};

async function revoked(client: Client) {
  const events = await client.get('/api/v1/logs', { filter: 'eventType eq "app.oauth2.token.revoke"' });
  return itemsOf(events).map(({ target }) => target);
}

describe('refresh tokens of an app', () => {
  const TOKENS = '/api/v1/apps/0oaweb/tokens';

  it('are listed and read, with their scopes on demand', async () => {
    const client = await emulate('in process', { seed: SEED });
    const origin = client.emulator.url;
    const list = await client.get(TOKENS);
    expect(idsOf(list)).toEqual(['oar1', 'oar2']);
    const self = `${origin}${TOKENS}/oar1`;
    expect(itemsOf(list)[0]).toEqual({
      id: 'oar1',
      status: 'ACTIVE',
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      expiresAt: '2026-03-11T10:08:01.000Z',
      issuer: origin,
      clientId: '0oaweb',
      userId: '00uada',
      scopes: ['offline_access'],
      _links: {
        app: { href: `${origin}/api/v1/apps/0oaweb`, title: 'Web' },
        self: { href: self, hints: { allow: ['GET', 'DELETE'] } },
        revoke: { href: self, hints: { allow: ['DELETE'] } },
        client: { href: `${origin}/oauth2/v1/clients/0oaweb`, title: 'Web' },
        user: { href: `${origin}/api/v1/users/00uada`, title: 'ada@example.com' },
      },
    });
    const expanded = await client.get(`${TOKENS}/oar2`, { expand: 'scope' });
    expect(expanded.body).toMatchObject({
      issuer: `${origin}/oauth2/default`,
      _embedded: { scopes: [{ name: 'openid' }, { name: 'email' }] },
    });
    expect(idsOf(await client.get(TOKENS, { limit: '1', after: 'oar1' }))).toEqual(['oar2']);
  });

  it('are revoked, one or all', async () => {
    const client = await emulate('in process', { seed: SEED });
    expect((await client.delete(`${TOKENS}/oar1`)).status).toBe(204);
    expect(errorOf(await client.get(`${TOKENS}/oar1`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
    expect((await client.delete(TOKENS)).status).toBe(204);
    expect(idsOf(await client.get(TOKENS))).toEqual([]);
    expect(await revoked(client)).toMatchObject([[{ id: 'oar1' }], [{ id: 'oar2' }]]);
  });

  it.each([
    ['their user', ['POST /api/v1/users/00uada/lifecycle/deactivate'], []],
    ['their authorization server', ['DELETE /api/v1/authorizationServers/default'], ['oar1']],
  ])('go with %s', async (_, requests, left) => {
    const client = await emulate('in process', { seed: SEED });
    for (const request of requests) await client.send(...(request.split(' ') as [string, string]));
    expect(idsOf(await client.get(TOKENS))).toEqual(left);
  });

  it('must be of users that there are', async () => {
    const [app] = SEED.apps;
    const seed = { apps: [{ ...app, app: app?.app ?? {}, refreshTokens: [{ user: 'nobody', scopes: [] }] }] };
    await expect(emulate('in process', { seed })).rejects.toThrow("Seed apps[0]: there is no user 'nobody'");
  });
});

describe('refresh tokens of an authorization server', () => {
  const CLIENTS = '/api/v1/authorizationServers/default/clients';

  it('are found by client', async () => {
    const client = await emulate('in process', { seed: SEED });
    expect((await client.get(CLIENTS)).body).toMatchObject([{ client_id: '0oaweb', client_name: 'Web' }]);
    expect(idsOf(await client.get(`${CLIENTS}/0oaweb/tokens`))).toEqual(['oar2']);
    expect((await client.get(`${CLIENTS}/0oaweb/tokens/oar2`)).body).toMatchObject({ id: 'oar2' });
    expect((await client.get(`${CLIENTS}/0oaweb/tokens/oar1`)).status).toBe(404);
    expect((await client.get(`${CLIENTS}/nobody/tokens`)).status).toBe(404);
  });

  it('are revoked there, which leaves those of other servers alone', async () => {
    const client = await emulate('in process', { seed: SEED });
    expect((await client.delete(`${CLIENTS}/0oaweb/tokens/oar2`)).status).toBe(204);
    expect((await client.delete(`${CLIENTS}/0oaweb/tokens`)).status).toBe(204);
    expect(idsOf(await client.get('/api/v1/apps/0oaweb/tokens'))).toEqual(['oar1']);
    expect((await client.get(CLIENTS)).body).toEqual([]);
  });
});
