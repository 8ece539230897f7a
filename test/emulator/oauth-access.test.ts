import { describe, expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { sendForm, serviceApp, tokenFor, tokenIn } from './oauth-clients.js';

function as(client: Client, token: string, request: string, body?: unknown) {
  const [method = '', path = ''] = request.split(' ');
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  return client.send(method, path, { headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

const GROUP = { profile: { name: 'Robots' } };

onBothWires('calls with an access token', (emulateOn) => {
  it('do what the scopes allow', async () => {
    const client = await emulateOn();
    const grants = ['okta.groups.manage', 'okta.users.read'];
    const app = await serviceApp(client, { grants });
    const token = await tokenFor(client, app, { scope: grants.join(' ') });
    expect((await as(client, token, 'GET /api/v1/users')).status).toBe(200);
    expect((await as(client, token, 'GET /api/v1/groups')).status).toBe(200);
    expect((await as(client, token, 'POST /api/v1/groups', GROUP)).status).toBe(200);
  });

  it('are refused without a body when a scope is missing', async () => {
    const client = await emulateOn();
    const token = await tokenFor(client, await serviceApp(client));
    const reply = await as(client, token, 'POST /api/v1/groups', GROUP);
    const origin = client.emulator.url;
    expect(reply).toMatchObject({ status: 403, text: '' });
    expect(reply.headers.get('content-type')).toBeNull();
    expect(reply.headers.get('www-authenticate')).toBe(
      `Bearer authorization_uri="${origin}/oauth2/v1/authorize", realm="${origin}", scope="okta.groups.manage", ` +
        'error="insufficient_scope", ' +
        'error_description="The access token does not hold the scopes that are needed.", resource="/api/v1/groups"',
    );
    expect((await as(client, token, 'GET /api/v1/users')).status).toBe(200);
  });
});

describe('the roles of an app', () => {
  it('are needed besides its scopes', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client, { grants: ['okta.groups.manage'], role: null });
    const token = await tokenFor(client, app, { scope: 'okta.groups.manage' });
    const refused = { status: 403, errorCode: 'E0000006' };
    expect(errorOf(await as(client, token, 'GET /api/v1/groups'))).toMatchObject(refused);
    await client.post(`/oauth2/v1/clients/${app.id}/roles`, { type: 'READ_ONLY_ADMIN' });
    expect((await as(client, token, 'GET /api/v1/groups')).status).toBe(200);
    expect(errorOf(await as(client, token, 'POST /api/v1/groups', GROUP))).toMatchObject(refused);
    await client.post(`/oauth2/v1/clients/${app.id}/roles`, { type: 'USER_ADMIN' });
    expect((await as(client, token, 'POST /api/v1/groups', GROUP)).status).toBe(200);
  });
});

describe('an access token', () => {
  const refused = { status: 401, text: '' };

  it('holds for an hour', async () => {
    const client = await emulate('in process');
    const token = await tokenFor(client, await serviceApp(client));
    client.clock.tick(3_599_000);
    expect((await as(client, token, 'GET /api/v1/users')).status).toBe(200);
    client.clock.tick(1000);
    const reply = await as(client, token, 'GET /api/v1/users');
    expect(reply).toMatchObject(refused);
    expect(reply.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('is refused if it was changed, made up, or issued by another server', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client);
    const token = await tokenFor(client, app);
    await client.post('/api/v1/authorizationServers/default/scopes', { name: 'orders' });
    const other = await tokenFor(client, app, { path: '/oauth2/default/v1/token', scope: 'orders' });
    const [head, body, signature = ''] = token.split('.');
    const turned = [head, body, signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`];
    for (const bad of ['nonsense', other, turned.join('.')]) {
      expect(await as(client, bad, 'GET /api/v1/users')).toMatchObject(refused);
    }
  });

  it('dies with its app', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client);
    const token = await tokenFor(client, app);
    await client.post(`/api/v1/apps/${app.id}/lifecycle/deactivate`);
    expect(await as(client, token, 'GET /api/v1/users')).toMatchObject(refused);
  });

  it('stands for nobody', async () => {
    const client = await emulate('in process');
    const token = await tokenFor(client, await serviceApp(client));
    expect(errorOf(await as(client, token, 'GET /api/v1/users/me'))).toMatchObject({ status: 404 });
  });

  it('makes the app the actor of what it changes', async () => {
    const client = await emulate('in process');
    const grants = ['okta.groups.manage'];
    const app = await serviceApp(client, { grants });
    await as(client, await tokenFor(client, app, { scope: 'okta.groups.manage' }), 'POST /api/v1/groups', GROUP);
    const [event] = itemsOf(await client.get('/api/v1/logs', { filter: 'eventType eq "group.lifecycle.create"' }));
    expect(event).toMatchObject({
      actor: { id: app.id, type: 'PublicClientApp', alternateId: app.id, displayName: 'Robot' },
      transaction: { detail: {} },
    });
  });
});

describe('other credentials', () => {
  it.each([['Basic YTpi'], ['Bearer'], ['nonsense'], [undefined]])('%s are no session', async (authorization) => {
    const client = await emulate('in process');
    const headers: Record<string, string> = authorization === undefined ? {} : { Authorization: authorization };
    const reply = await client.send('GET', '/api/v1/users', { headers });
    expect(errorOf(reply)).toMatchObject({ status: 403, errorCode: 'E0000005' });
  });
});

describe('introspection', () => {
  async function prepared() {
    const client = await emulate('in process');
    const client_secret = 'a-secret-of-mine';
    const app = await serviceApp(client);
    const method = { token_endpoint_auth_method: 'client_secret_post', client_secret };
    const observer = await serviceApp(client, { credentials: method });
    const ask = (endpoint: string, form: Record<string, string>) =>
      sendForm(client, endpoint, { client_id: observer.id, client_secret, ...form });
    return { client, app, observer, ask };
  }

  it('tells what a token says', async () => {
    const { client, app, ask } = await prepared();
    const token = await tokenFor(client, app);
    expect((await ask('/oauth2/v1/introspect', { token })).body).toEqual({
      active: true,
      token_type: 'Bearer',
      scope: 'okta.users.read',
      client_id: app.id,
      username: app.id,
      sub: app.id,
      aud: client.emulator.url,
      iss: client.emulator.url,
      iat: Math.floor(client.clock.now() / 1000),
      exp: Math.floor(client.clock.now() / 1000) + 3600,
      jti: expect.stringMatching(/^AT\./),
    });
  });

  it('tells nothing of other tokens', async () => {
    const { client, app, ask } = await prepared();
    const token = await tokenFor(client, app);
    expect((await ask('/oauth2/default/v1/introspect', { token })).body).toEqual({ active: false });
    expect((await ask('/oauth2/v1/introspect', { token: 'nonsense' })).body).toEqual({ active: false });
    client.clock.tick(3_600_000);
    expect((await ask('/oauth2/v1/introspect', { token })).body).toEqual({ active: false });
  });

  it('needs a client and a token', async () => {
    const { client, ask } = await prepared();
    expect(await ask('/oauth2/v1/introspect', {})).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    const unknown = { token: 'x', client_id: 'nobody', client_secret: 'nothing' };
    expect(await sendForm(client, '/oauth2/v1/introspect', unknown)).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
  });

  it('follows a revocation, which only the owner of a token can order', async () => {
    const { client, app, observer, ask } = await prepared();
    const token = await tokenFor(client, app);
    expect(await ask('/oauth2/v1/revoke', { token })).toMatchObject({ status: 200, text: '' });
    expect((await as(client, token, 'GET /api/v1/users')).status).toBe(200);
    await client.put(`/api/v1/apps/${observer.id}`, (await client.get(`/api/v1/apps/${observer.id}`)).body);
    const method = { token_endpoint_auth_method: 'client_secret_post', client_secret: 'a-secret-of-mine' };
    const changed = await client.get(`/api/v1/apps/${app.id}`);
    const body = { ...(changed.body as object), credentials: { oauthClient: method } };
    expect((await client.put(`/api/v1/apps/${app.id}`, body)).status).toBe(200);
    const form = { client_id: app.id, client_secret: 'a-secret-of-mine', token };
    expect(await sendForm(client, '/oauth2/v1/revoke', form)).toMatchObject({ status: 200, text: '' });
    expect((await as(client, token, 'GET /api/v1/users')).status).toBe(401);
    expect((await ask('/oauth2/v1/introspect', { token })).body).toEqual({ active: false });
    const events = itemsOf(await client.get('/api/v1/logs', { filter: 'eventType eq "app.oauth2.token.revoke"' }));
    expect(events).toMatchObject([{ actor: { id: app.id }, target: [{ type: 'access_token' }] }]);
  });
});

describe('consent to scopes', () => {
  it('is given, read and taken back', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client, { grants: [] });
    const path = `/api/v1/apps/${app.id}/grants`;
    const owner = idOf(await client.get('/api/v1/users/me'));
    const issuer = client.emulator.url;
    const given = await client.post(path, { issuer, scopeId: 'okta.apps.read' });
    expect(given.status).toBe(200);
    expect(given.body).toEqual({
      id: expect.stringMatching(/^oag/),
      status: 'ACTIVE',
      created: '2026-03-04T10:08:01.000Z',
      createdBy: { id: owner, type: 'User' },
      lastUpdated: '2026-03-04T10:08:01.000Z',
      issuer,
      clientId: app.id,
      scopeId: 'okta.apps.read',
      source: 'ADMIN',
      _embedded: { scope: { id: 'okta.apps.read' } },
      _links: {
        app: { href: `${issuer}/api/v1/apps/${app.id}`, title: 'Robot' },
        self: { href: `${issuer}${path}/${idOf(given)}`, hints: { allow: ['GET', 'DELETE'] } },
        client: { href: `${issuer}/oauth2/v1/clients/${app.id}`, title: 'Robot' },
      },
    });
    expect((await client.get(path)).body).toEqual([given.body]);
    expect((await client.get(`${path}/${idOf(given)}`)).body).toEqual(given.body);
    expect((await client.delete(`${path}/${idOf(given)}`)).status).toBe(204);
    expect((await client.get(path)).body).toEqual([]);
    expect(errorOf(await client.get(`${path}/${idOf(given)}`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
    const log = await client.get('/api/v1/logs', { filter: 'eventType sw "app.oauth2.admin.consent"' });
    expect(itemsOf(log).map(({ eventType }) => eventType)).toEqual([
      'app.oauth2.admin.consent.grant',
      'app.oauth2.admin.consent.revoke',
    ]);
  });

  it('is given once', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client);
    const again = { issuer: client.emulator.url, scopeId: 'okta.users.read' };
    await client.post(`/api/v1/apps/${app.id}/grants`, again);
    expect(itemsOf(await client.get(`/api/v1/apps/${app.id}/grants`))).toHaveLength(1);
  });

  it.each([
    ['another issuer', { issuer: 'https://example.com', scopeId: 'okta.apps.read' }],
    ['an unknown scope', { scopeId: 'okta.nonsense' }],
  ])('is refused for %s', async (_, body) => {
    const client = await emulate('in process');
    const app = await serviceApp(client, { grants: [] });
    const reply = await client.post(`/api/v1/apps/${app.id}/grants`, { issuer: client.emulator.url, ...body });
    expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});

describe('an API service integration', () => {
  it('gets tokens by its secret, and acts within its scopes without a role', async () => {
    const client = await emulate('in process');
    const created = await client.post('/integrations/api/v1/api-services', {
      type: 'my_app_cie',
      grantedScopes: ['okta.groups.read'],
    });
    const client_secret = String((created.body as { clientSecret: unknown }).clientSecret);
    const form = { grant_type: 'client_credentials', client_id: idOf(created), client_secret };
    const token = tokenIn(await sendForm(client, '/oauth2/v1/token', { ...form, scope: 'okta.groups.read' }));
    expect((await as(client, token, 'GET /api/v1/groups')).status).toBe(200);
    expect((await as(client, token, 'GET /api/v1/users')).status).toBe(403);
    expect(await sendForm(client, '/oauth2/v1/token', { ...form, scope: 'okta.users.read' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_scope' },
    });
    await client.delete(`/integrations/api/v1/api-services/${idOf(created)}`);
    expect((await as(client, token, 'GET /api/v1/groups')).status).toBe(401);
  });
});
