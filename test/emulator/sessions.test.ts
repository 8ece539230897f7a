import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, itemsOf, onBothWires } from './client.js';
import { createPerson } from './people.js';
import { openSession, ruleSignOn, signIn } from './sign-in.js';

const HOUR = 3_600_000;

function withCookie(client: Client, id: string, method: string, path: string) {
  return client.send(method, path, { headers: { Cookie: `DT=x; sid=${id}` } });
}

onBothWires('sessions', (emulate) => {
  it('are opened by a session token, once', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const { sessionToken } = await signIn(client);
    const reply = await client.post('/api/v1/sessions', { sessionToken });
    const self = `${client.emulator.url}/api/v1/sessions/${idOf(reply)}`;
    expect(reply.status).toBe(200);
    expect(idOf(reply)).toMatch(/^102[\w-]{22}$/);
    expect(reply.body).toEqual({
      id: idOf(reply),
      userId: expect.stringMatching(/^00u/),
      login: 'ada@example.com',
      createdAt: '2026-03-04T10:08:01.000Z',
      expiresAt: '2026-03-04T12:08:01.000Z',
      status: 'ACTIVE',
      lastPasswordVerification: '2026-03-04T10:08:01.000Z',
      amr: ['pwd'],
      idp: { id: expect.stringMatching(/^00o/), type: 'OKTA' },
      mfaActive: false,
      _links: {
        self: { href: self, hints: { allow: ['GET', 'DELETE'] } },
        refresh: { href: `${self}/lifecycle/refresh`, hints: { allow: ['POST'] } },
        user: { name: 'user', href: expect.stringContaining('/api/v1/users/00u'), hints: { allow: ['GET'] } },
      },
    });
    expect(errorOf(await client.post('/api/v1/sessions', { sessionToken }))).toMatchObject({
      status: 401,
      errorCode: 'E0000004',
    });
    expect(errorOf(await client.post('/api/v1/sessions', {})).errorCode).toBe('E0000001');
    expect((await client.get('/api/v1/users/ada')).body).toMatchObject({ lastLogin: '2026-03-04T10:08:01.000Z' });
  });

  it('cannot be opened by a token that is too old', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const { sessionToken } = await signIn(client);
    client.clock.tick(300_001);
    expect(errorOf(await client.post('/api/v1/sessions', { sessionToken })).status).toBe(401);
  });

  it('last two hours from each refresh on', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const path = `/api/v1/sessions/${idOf(await openSession(client))}`;
    client.clock.tick(HOUR);
    const refreshed = await client.post(`${path}/lifecycle/refresh`);
    expect(refreshed).toMatchObject({ status: 200, body: { expiresAt: '2026-03-04T13:08:01.000Z' } });
    client.clock.tick(2 * HOUR);
    expect((await client.get(path)).status).toBe(200);
    client.clock.tick(1);
    expect(errorOf(await client.get(path))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });

  it('last as long as the policy says', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    await ruleSignOn(client, { session: { maxSessionIdleMinutes: 10, maxSessionLifetimeMinutes: 15 } });
    const reply = await openSession(client);
    expect(reply.body).toMatchObject({ expiresAt: '2026-03-04T10:18:01.000Z' });
    client.clock.tick(9 * 60_000);
    const refreshed = await client.post(`/api/v1/sessions/${idOf(reply)}/lifecycle/refresh`);
    expect(refreshed.body).toMatchObject({ expiresAt: '2026-03-04T10:23:01.000Z' });
  });

  it('are ended by their id', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const path = `/api/v1/sessions/${idOf(await openSession(client))}`;
    expect(await client.delete(path)).toMatchObject({ status: 204, text: '' });
    expect(errorOf(await client.delete(path)).errorCode).toBe('E0000007');
    const types = itemsOf(await client.get('/api/v1/logs')).map(({ eventType }) => eventType);
    expect(types).toContain('user.session.end');
    expect(errorOf(await client.get('/api/v1/sessions')).status).toBe(405);
  });

  it.each([
    ['DELETE', '/api/v1/users/ada/sessions'],
    ['POST', '/api/v1/users/ada/lifecycle/deactivate'],
    ['POST', '/api/v1/users/ada/lifecycle/reset_password?revokeSessions=true'],
  ])('end with %s %s', async (method, path) => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const id = idOf(await openSession(client));
    await client.send(method, path);
    expect((await client.get(`/api/v1/sessions/${id}`)).status).toBe(404);
  });
});

onBothWires('the session of a browser', (emulate) => {
  it('is told, refreshed and closed by its cookie', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const id = idOf(await openSession(client));
    const current = await withCookie(client, id, 'GET', '/api/v1/sessions/me');
    expect(current).toMatchObject({ status: 200, body: { id, login: 'ada@example.com' } });
    expect(current.headers.get('set-cookie')).toContain(`sid=${id};`);
    client.clock.tick(HOUR);
    const refreshed = await withCookie(client, id, 'POST', '/api/v1/sessions/me/lifecycle/refresh');
    expect(refreshed.body).toMatchObject({ expiresAt: '2026-03-04T13:08:01.000Z' });
    const closed = await withCookie(client, id, 'DELETE', '/api/v1/sessions/me');
    expect(closed.status).toBe(204);
    expect(closed.headers.get('set-cookie')).toContain('sid="";');
    expect(errorOf(await withCookie(client, id, 'GET', '/api/v1/sessions/me'))).toMatchObject({
      status: 404,
      errorCode: 'E0000007',
    });
  });

  it('is nothing that an API token has', async () => {
    const client = await emulate();
    expect(errorOf(await client.get('/api/v1/sessions/me'))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });

  it('acts for its user, in what is about them', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    await createPerson(client, 'eve');
    const id = idOf(await openSession(client));
    expect((await withCookie(client, id, 'GET', '/api/v1/users/me')).body).toMatchObject({
      profile: { login: 'ada@example.com' },
    });
    const own = await withCookie(client, id, 'GET', '/api/v1/users/me/factors');
    expect(own.status).toBe(200);
    expect(own.headers.get('set-cookie')).toBeNull();
    for (const path of ['/api/v1/users', '/api/v1/users/eve@example.com', '/api/v1/users/me/roles']) {
      expect(errorOf(await withCookie(client, id, 'GET', path))).toMatchObject({ status: 403, errorCode: 'E0000006' });
    }
    expect(errorOf(await withCookie(client, 'unknown', 'GET', '/api/v1/users/me'))).toMatchObject({
      status: 403,
      errorCode: 'E0000005',
    });
  });

  it('begins at an address that takes a session token and leads on', async () => {
    const client = await emulate();
    await createPerson(client, 'ada');
    const { sessionToken } = await signIn(client);
    const query = new URLSearchParams({ token: sessionToken, redirectUrl: 'https://example.com/home' });
    const path = `/login/sessionCookieRedirect?${query}`;
    const reply = await client.send('GET', path, { headers: {}, redirect: 'manual' });
    expect(reply.status).toBe(302);
    expect(reply.headers.get('location')).toBe('https://example.com/home');
    const [, id = ''] = /sid=([^;]+); Path=\/; Secure; HttpOnly/.exec(reply.headers.get('set-cookie') ?? '') ?? [];
    expect((await withCookie(client, id, 'GET', '/api/v1/sessions/me')).status).toBe(200);
  });
});
