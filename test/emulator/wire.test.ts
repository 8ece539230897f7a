import { expect, it } from 'vitest';
import { errorOf, onBothWires, START } from './client.js';
import { createGroup } from './people.js';

onBothWires('every answer', (emulate) => {
  it('has the headers that Okta sends', async () => {
    const client = await emulate();
    const { headers } = await client.get('/api/v1/users/me');
    expect(Object.fromEntries(headers)).toMatchObject({
      'accept-ch': 'Sec-CH-UA-Platform-Version',
      'cache-control': 'no-cache, no-store',
      'content-type': 'application/json',
      date: 'Wed, 04 Mar 2026 10:08:01 GMT',
      expires: '0',
      p3p: expect.any(String),
      pragma: 'no-cache',
      'referrer-policy': 'strict-origin-when-cross-origin',
      server: 'nginx',
      'strict-transport-security': expect.stringMatching(/^max-age=/),
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      'x-okta-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
      'x-rate-limit-limit': '2000',
      'x-rate-limit-remaining': '1999',
      'x-rate-limit-reset': String(Math.floor(START / 1000) + 60),
    });
    expect(headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual(['sid', 'xids']);
  });

  it('has an id of its own', async () => {
    const client = await emulate();
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await client.get('/api/v1/users/me')).headers.get('x-okta-request-id')),
    );
    expect(new Set(ids).size).toBe(3);
  });

  it('without a body has no content type', async () => {
    const client = await emulate();
    const { status, text, headers } = await client.delete(`/api/v1/groups/${await createGroup(client, 'A')}`);
    expect([status, text, headers.get('content-type')]).toEqual([204, '', null]);
  });

  it.each([
    ['GET', '/api/v1/apps', '100'],
    ['GET', '/api/v1/apps/x', '500'],
    ['GET', '/api/v1/groups', '500'],
    ['GET', '/api/v1/groups/x', '1000'],
    ['POST', '/api/v1/users', '600'],
    ['DELETE', '/api/v1/users/x', '600'],
    ['GET', '/api/v1/logs', '120'],
    ['GET', '/api/v1/zones', '1200'],
    ['GET', '/nowhere', '1200'],
  ])('to %s %s names the ceiling %s', async (method, path, limit) => {
    const { headers } = await (await emulate()).send(method, path);
    expect(headers.get('x-rate-limit-limit')).toBe(limit);
  });
});

onBothWires('errors', (emulate) => {
  it('have five members in the recorded order', async () => {
    const reply = await (await emulate()).get('/api/v1/users/nobody');
    expect(reply.headers.get('content-type')).toBe('application/json');
    expect(Object.entries(reply.body as object)).toEqual([
      ['errorCode', 'E0000007'],
      ['errorSummary', 'Not found: Resource not found: nobody (User)'],
      ['errorLink', 'E0000007'],
      ['errorId', expect.stringMatching(/^oae[\w-]{22}$/)],
      ['errorCauses', []],
    ]);
  });

  it.each([
    ['no header', undefined, 403, 'E0000005'],
    ['another scheme', 'Basic abc', 403, 'E0000005'],
    ['no token', 'SSWS', 403, 'E0000005'],
    ['a wrong token', 'SSWS 00wrong', 401, 'E0000011'],
  ])('of authentication: %s', async (_, authorization, status, code) => {
    const headers = authorization === undefined ? {} : { authorization };
    const reply = await (await emulate()).send('GET', '/api/v1/users', { headers });
    expect(errorOf(reply)).toMatchObject({ status, errorCode: code });
    expect(reply.headers.get('x-okta-request-id')).toBeTruthy();
  });

  it('do not depend on the case of the scheme', async () => {
    const client = await emulate();
    const headers = { authorization: `ssws ${client.emulator.token}` };
    expect((await client.send('GET', '/api/v1/users', { headers })).status).toBe(200);
  });

  it.each([
    ['GET', '/api/v1/nothing', 404, 'E0000008'],
    ['GET', '/', 404, 'E0000008'],
    ['PATCH', '/api/v1/users', 405, 'E0000022'],
    ['POST', '/api/v1/users/me/groups', 405, 'E0000022'],
  ])('of routing: %s %s', async (method, path, status, code) => {
    const init = method === 'GET' ? {} : { body: '{}' };
    expect(errorOf(await (await emulate()).send(method, path, init))).toMatchObject({ status, errorCode: code });
  });
});
