import { expect, it } from 'vitest';
import { type Client, type Emulate, errorOf, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createPerson, profileOf } from './people.js';

const app = {
  label: 'Portal',
  name: 'oidc_client',
  signOnMode: 'OPENID_CONNECT',
  settings: {
    oauthClient: {
      application_type: 'web',
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: ['https://a.example'],
    },
  },
};
const refreshTokens = ['oar1', 'oar2'].map((id) => ({ id, user: 'ada@example.com', scopes: ['offline_access'] }));
const seed = { users: [{ id: '00uada', profile: profileOf('ada') }], apps: [{ id: '0oaportal', app, refreshTokens }] };

async function start(emulate: Emulate): Promise<{ client: Client; tokens: string }> {
  return { client: await emulate({ seed }), tokens: '/api/v1/users/00uada/clients/0oaportal/tokens' };
}

onBothWires('refresh tokens of users', (emulate) => {
  it('are listed, read and revoked by client', async () => {
    const { client, tokens } = await start(emulate);
    expect(itemsOf(await client.get('/api/v1/users/00uada/clients'))).toMatchObject([
      { client_id: '0oaportal', client_name: 'Portal', _links: { tokens: { href: client.emulator.url + tokens } } },
    ]);
    expect(idsOf(await client.get(tokens))).toEqual(['oar1', 'oar2']);
    expect((await client.get(`${tokens}/oar1`)).body).toMatchObject({
      id: 'oar1',
      userId: '00uada',
      clientId: '0oaportal',
    });
    expect((await client.delete(`${tokens}/oar1`)).status).toBe(204);
    expect((await client.get(`${tokens}/oar1`)).body).toMatchObject({
      errorSummary: 'Not found: Resource not found: oar1 (OAuth2RefreshTokenTx)',
    });
    expect((await client.delete(tokens)).status).toBe(204);
    expect(idsOf(await client.get(tokens))).toEqual([]);
    expect(itemsOf(await client.get('/api/v1/users/00uada/clients'))).toEqual([]);
  });

  it('belong to one user and a known client', async () => {
    const { client, tokens } = await start(emulate);
    const bob = idOf(await createPerson(client, 'bob'));
    expect((await client.get(`/api/v1/users/${bob}/clients/0oaportal/tokens/oar1`)).status).toBe(404);
    const unknown = await client.get(tokens.replace('0oaportal', '0oanone'));
    expect(errorOf(unknown)).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });
});

onBothWires('consents and devices of users', (emulate) => {
  it('are none', async () => {
    const { client } = await start(emulate);
    const path = '/api/v1/users/00uada';
    for (const list of ['grants', 'devices', 'clients/0oaportal/grants']) {
      expect((await client.get(`${path}/${list}`)).body).toEqual([]);
    }
    expect((await client.get(`${path}/grants/oag1`)).status).toBe(404);
    expect((await client.delete(`${path}/grants/oag1`)).status).toBe(404);
    expect((await client.delete(`${path}/grants`)).status).toBe(204);
    expect((await client.get('/api/v1/users/00unone/grants')).status).toBe(404);
  });
});
