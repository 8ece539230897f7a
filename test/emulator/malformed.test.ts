import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import { emulate as emulateOn, errorOf, onBothWires } from './client.js';

onBothWires('malformed requests', (emulate) => {
  it.each([
    ['{', 'E0000003'],
    ['[]', 'E0000003'],
    ['"text"', 'E0000003'],
    ['null', 'E0000003'],
    ['', 'E0000003'],
    ['{"profile": []}', 'E0000003'],
    ['{"profile": {}, "groupIds": "x"}', 'E0000003'],
    ['{"profile": {"__proto__": {"login": "x"}}}', 'E0000001'],
    ['{"profile": {"constructor": "x"}}', 'E0000001'],
    [`${'['.repeat(100_000)}`, 'E0000003'],
    [`{"profile": ${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`, 'E0000001'],
  ])('with the body %.40s are refused', async (body, code) => {
    const reply = await (await emulate()).send('POST', '/api/v1/users', { body });
    expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: code });
  });

  it.each([
    ['text/plain', 'E0000021'],
    ['application/x-www-form-urlencoded', 'E0000021'],
    ['application/jsonx', 'E0000021'],
  ])('with a body of type %s are refused', async (type, code) => {
    const client = await emulate();
    const headers = { authorization: `SSWS ${client.emulator.token}`, 'content-type': type };
    const reply = await client.send('POST', '/api/v1/groups', { headers, body: '{"profile":{"name":"A"}}' });
    expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: code });
  });

  it.each([
    ['/api/v1//users', 404],
    ['//api/v1/users', 404],
    ['/api/v1/users/', 200],
    ['/api/v1/users/%2e%2e%2f%2e%2e', 404],
    ['/api/v1/users/%0d%0aX-Injected:%20yes', 404],
    ['/api/v1/users/%00', 404],
    ['/api/v1/users/%E0%A4%A', 400],
    ['/api/v1/users/%F0%9F%98%80', 404],
    ['/api/v1/users/__proto__', 404],
    ['/api/v1/constructor', 404],
    [`/api/v1/users/${'a/'.repeat(2000)}`, 404],
    ['/api/v1/users?limit=1&after=%0d%0a', 400],
    ['/api/v1/users?search=%00', 400],
    ['/api/v1/users?%ZZ=%ZZ', 200],
    ['/api/v1/users?limit=1&x=%0d%0aX-Injected:%20yes', 200],
  ])('to %.60s do no harm', async (path, status) => {
    const client = await emulate();
    const reply = await client.get(client.emulator.url + path);
    expect([reply.status, reply.headers.get('x-injected')]).toEqual([status, null]);
    expect((await client.get('/api/v1/users/me')).status).toBe(200);
  });

  it('with values of any shape are answered, never with 500', async () => {
    const client = await emulate();
    const member = fc.constantFrom(
      'profile',
      'credentials',
      'settings',
      'label',
      'name',
      'signOnMode',
      'id',
      'type',
      'login',
      'password',
      'recovery_question',
      'provider',
      'hash',
      'app',
      'signOn',
      'oauthClient',
      'groupIds',
      'jwks',
      'keys',
      'grant_types',
    );
    const body = fc.dictionary(
      member,
      fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.dictionary(member, fc.dictionary(member, fc.jsonValue({ maxDepth: 1 }))),
      ),
    );
    const path = fc.constantFrom(
      '/api/v1/users',
      '/api/v1/users/me',
      '/api/v1/groups',
      '/api/v1/apps',
      '/api/v1/users/me/credentials/change_password',
      '/api/v1/users/me/lifecycle/reset_password?sendEmail=false',
    );
    await fc.assert(
      fc.asyncProperty(path, fc.constantFrom('post', 'put' as const), body, async (target, verb, json) => {
        client.emulator.reset();
        expect((await client[verb as 'post'](target, json)).status).not.toBe(500);
      }),
      { numRuns: 150 },
    );
  });
});

describe('in process', () => {
  it('a body without a content type is text, as for any fetch', async () => {
    const { emulator } = await emulateOn('in process');
    const headers = { authorization: `SSWS ${emulator.token}` };
    const reply = await emulator.fetch(`${emulator.url}/api/v1/groups`, { method: 'POST', headers, body: '{}' });
    expect(await reply.json()).toMatchObject({ errorCode: 'E0000021' });
  });

  it('a body may be a Request, bytes or a blob', async () => {
    const { emulator } = await emulateOn('in process');
    const headers = { authorization: `SSWS ${emulator.token}`, 'content-type': 'application/json' };
    const url = `${emulator.url}/api/v1/groups`;
    const json = (name: string) => JSON.stringify({ profile: { name } });
    const replies = await Promise.all([
      emulator.fetch(new Request(url, { method: 'POST', headers, body: json('A') })),
      emulator.fetch(url, { method: 'POST', headers, body: new TextEncoder().encode(json('B')) }),
      emulator.fetch(new URL(url), { method: 'post', headers: Object.entries(headers), body: new Blob([json('C')]) }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('an aborted request is not answered', async () => {
    const { emulator } = await emulateOn('in process');
    await expect(emulator.fetch(emulator.url, { signal: AbortSignal.abort(new Error('no more')) })).rejects.toThrow(
      'no more',
    );
  });
});

describe('over a socket', () => {
  const emulator = createEmulator();
  let port = 0;
  beforeAll(async () => {
    port = Number(new URL((await emulator.listen()).url).port);
  });
  afterAll(() => emulator.close());

  /** Sends bytes and reads what comes back until the other side is silent. */
  function raw(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  }

  it.each([
    ['GARBAGE\r\n\r\n', 400],
    ['GET /api/v1/users HTTP/9.9\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n', 400],
    [`GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 400],
    ['POST /api/v1/groups HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 411],
    ['OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 404],
    ['GET http://other.example/api/v1/users HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 403],
    ['GET /api/v1/users/../users HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 404],
  ])('%.50j is answered with %i', async (text, status) => {
    expect(await raw(text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it('a host that is no host stands in no link', async () => {
    const head = 'GET /api/v1/groups HTTP/1.1\r\nConnection: close\r\n';
    const auth = `Authorization: SSWS ${emulator.token}\r\n`;
    expect(await raw(`${head}Host: evil.example/>;x\r\n${auth}\r\n`)).toContain(
      `<http://127.0.0.1:${port}/api/v1/groups?`,
    );
    expect(await raw(`${head}Host: okta.example:1\r\n${auth}\r\n`)).toContain('<http://okta.example:1/api/v1/groups?');
  });

  it('a huge body is refused and not kept', async () => {
    const headers = { authorization: `SSWS ${emulator.token}`, 'content-type': 'application/json' };
    const body = ' '.repeat(11 * 1024 * 1024);
    const reply = await fetch(`${emulator.url}/api/v1/groups`, { method: 'POST', headers, body });
    expect(reply.status).toBe(413);
  });
});
