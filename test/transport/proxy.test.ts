import { generateKeyPairSync } from 'node:crypto';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Client } from '../../src/client.js';
import type { ConfigurationOptions } from '../../src/config/options.js';
import { type Answer, localServer, sendJson } from '../support/local-server.js';
import { createAuthority, secureServer } from './certificates.js';
import { type ProxyProcess, startProxy } from './proxy-process.js';
import { scriptedServer } from './scripted-server.js';

const authority = createAuthority();
const { ca } = authority;
const CREDENTIALS = 'ada:p@ss:MARK';
const signer = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

const user: Answer = (_, response) => sendJson(response, { id: 'u1' });
const clientOf = (orgUrl: string, options: ConfigurationOptions) =>
  new Client({ orgUrl, token: '00token', environment: {}, ...options });
const outcomeOf = (call: Promise<unknown>) => call.catch((reason: unknown) => reason);
const proxyOf = ({ port }: ProxyProcess) => ({ host: '127.0.0.1', port, username: 'ada', password: 'p@ss:MARK' });
const byProxy = (passed: ProxyProcess['passed']) => passed.map(({ by, isKnown }) => [by, isKnown]);

describe('with a proxy, a call', () => {
  it.each<[string, (port: number) => ConfigurationOptions]>([
    ['`proxy`', (port) => ({ proxy: { host: '127.0.0.1', port, username: 'ada', password: 'p@ss:MARK' } })],
    ['`httpsProxy`', (port) => ({ httpsProxy: `http://ada:p%40ss%3AMARK@127.0.0.1:${port}` })],
    ['HTTPS_PROXY', (port) => ({ environment: { HTTPS_PROXY: `http://ada:p%40ss%3AMARK@127.0.0.1:${port}` } })],
    ['https_proxy', (port) => ({ environment: { https_proxy: `ada:p%40ss%3AMARK@127.0.0.1:${port}` } })],
    [
      'OKTA_CLIENT_PROXY_…',
      (port) => ({
        environment: {
          OKTA_CLIENT_PROXY_HOST: '127.0.0.1',
          OKTA_CLIENT_PROXY_PORT: String(port),
          OKTA_CLIENT_PROXY_USERNAME: 'ada',
          OKTA_CLIENT_PROXY_PASSWORD: 'p@ss:MARK',
        },
      }),
    ],
  ])('to a secure host goes through a tunnel, as %s says', async (_, options) => {
    const proxy = await startProxy(CREDENTIALS);
    const server = await secureServer(authority.server, user);
    const { userApi } = clientOf(server.url, { tls: { ca }, ...options(proxy.port) });
    expect(await userApi.getUser({ userId: 'u1' })).toMatchObject({ id: 'u1' });
    await expect.poll(() => proxy.passed).toEqual([{ to: `localhost:${server.port}`, by: 'CONNECT', isKnown: true }]);
  });

  it('to a plain host is forwarded, with the whole URL', async () => {
    const proxy = await startProxy(CREDENTIALS);
    const server = await localServer(user);
    const { userApi } = clientOf(server.url, { proxy: proxyOf(proxy) });
    await userApi.getUser({ userId: 'u1' });
    await userApi.createUser({ body: { profile: { login: 'ada' } } });
    await expect
      .poll(() => byProxy(proxy.passed))
      .toEqual([
        ['forward', true],
        ['forward', true],
      ]);
    expect(server.requests.map(({ url }) => url.split('?')[0])).toEqual(['/api/v1/users/u1', '/api/v1/users']);
    expect(server.requests[0]?.headers).toMatchObject({ host: new URL(server.url).host });
    expect(server.requests[0]?.headers).not.toHaveProperty('proxy-authorization');
  });

  it('uses the tunnel of the one before', async () => {
    const proxy = await startProxy();
    const server = await secureServer(authority.server, user);
    const { userApi } = clientOf(server.url, { tls: { ca }, httpsProxy: `http://127.0.0.1:${proxy.port}` });
    for (let n = 0; n < 3; n++) await userApi.getUser({ userId: `u${n}` });
    expect(server.requests).toHaveLength(3);
    await expect.poll(() => proxy.passed).toHaveLength(1);
  });

  it('that is one of many opens no more tunnels than there may be connections', async () => {
    const proxy = await startProxy();
    const server = await secureServer(authority.server, user);
    const options = { tls: { ca }, httpsProxy: `http://127.0.0.1:${proxy.port}`, maxSockets: 4 };
    const { userApi } = clientOf(server.url, options);
    await Promise.all(Array.from({ length: 40 }, (_, n) => userApi.getUser({ userId: `u${n}` })));
    expect(server.requests).toHaveLength(40);
    expect(proxy.passed.length).toBeLessThanOrEqual(4);
  });

  it('for a token, its retries and the pages of a list go through it, too', async () => {
    const proxy = await startProxy(CREDENTIALS);
    let count = 0;
    const server = await secureServer(authority.server, (seen, response) => {
      if (seen.url.startsWith('/oauth2/')) {
        return sendJson(response, { access_token: 'eyToken', token_type: 'Bearer', expires_in: 3600 });
      }
      if (++count === 1) return response.writeHead(503, { 'Retry-After': '0', Connection: 'close' }).end();
      const next = { Link: `<https://${seen.headers.host}/api/v1/users?after=${count}>; rel="next"` };
      return sendJson(response, [{ id: `u${count}` }], {
        headers: { Connection: 'close', ...(count < 4 ? next : {}) },
      });
    });
    const client = new Client({
      orgUrl: server.url,
      environment: {},
      clientId: '0oa1',
      scopes: ['okta.users.read'],
      privateKey: signer,
      tls: { ca },
      proxy: proxyOf(proxy),
    });
    const ids: (string | undefined)[] = [];
    for await (const { id } of client.userApi.listUsers()) ids.push(id);
    expect(ids).toEqual(['u2', 'u3', 'u4']);
    expect(server.requests).toHaveLength(5);
    expect(proxy.passed.length).toBeGreaterThanOrEqual(4);
    expect(proxy.passed.every(({ isKnown, by }) => isKnown && by === 'CONNECT')).toBe(true);
  });
});

describe('a proxy that opens the tunnel', () => {
  it('may say so by any status of success', async () => {
    const server = await secureServer(authority.server, user);
    const proxy = createServer((near) => {
      near.once('data', () => {
        const far = connect(Number(server.port), 'localhost', () => near.write('HTTP/1.1 201 Created\r\n\r\n'));
        near.pipe(far).pipe(near);
        near.on('error', () => far.destroy());
        far.on('error', () => near.destroy());
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo;
    const { userApi } = clientOf(server.url, { tls: { ca }, httpsProxy: `http://127.0.0.1:${port}` });
    expect(await userApi.getUser({ userId: 'u1' })).toMatchObject({ id: 'u1' });
  });
});

describe('a proxy that refuses', () => {
  it.each<[string, 'secure' | 'plain', object]>([
    ['a wrong password, to a secure host', 'secure', { username: 'ada', password: 'MARKwrong' }],
    ['no password, to a secure host', 'secure', {}],
    ['a wrong password, to a plain host', 'plain', { username: 'ada', password: 'MARKwrong' }],
  ])('%s, is an error that names it', async (_, kind, given) => {
    const proxy = await startProxy(CREDENTIALS);
    const server = kind === 'secure' ? await secureServer(authority.server, user) : await localServer(user);
    const { userApi } = clientOf(server.url, { tls: { ca }, proxy: { host: '127.0.0.1', port: proxy.port, ...given } });
    const error = await outcomeOf(userApi.getUser({ userId: 'u1' }));
    expect(error).toMatchObject({
      name: 'ProxyError',
      code: 'OKTA_PROXY',
      status: 407,
      proxy: `127.0.0.1:${proxy.port}`,
    });
    expect(String(error)).toContain(`The proxy 127.0.0.1:${proxy.port} answered 407`);
    expect(`${error}${JSON.stringify(error)}${(error as Error).stack}`).not.toContain('MARK');
    expect(server.requests).toHaveLength(0);
    await expect.poll(() => proxy.passed).toHaveLength(1);
  });

  it('a host is an error that is not retried', async () => {
    const proxy = await startProxy('', '403');
    const { userApi } = clientOf('https://acme.okta.com', { httpsProxy: `http://127.0.0.1:${proxy.port}` });
    expect(await outcomeOf(userApi.getUser({ userId: 'u1' }))).toMatchObject({ name: 'ProxyError', status: 403 });
    await expect.poll(() => proxy.passed).toHaveLength(1);
  });
});

describe('a proxy that cannot', () => {
  it('connect is tried again, for writes as well, as nothing was sent', async () => {
    const proxy = await startProxy('', '502');
    const { userApi } = clientOf('https://acme.okta.com', { httpsProxy: `http://127.0.0.1:${proxy.port}` });
    const error = await outcomeOf(userApi.createUser({ body: { profile: {} } }));
    expect(error).toMatchObject({ name: 'ConnectionError', maybeSent: false });
    expect(String(error)).toContain(`The proxy 127.0.0.1:${proxy.port} could not connect, it answered 502`);
    await expect.poll(() => proxy.passed).toHaveLength(3);
  });

  it('be reached is a ConnectionError', async () => {
    const { userApi } = clientOf('https://acme.okta.com', { httpsProxy: 'http://127.0.0.1:1' });
    const error = await outcomeOf(userApi.createUser({ body: { profile: {} } }));
    expect(error).toMatchObject({ name: 'ConnectionError', maybeSent: false, cause: { code: 'ECONNREFUSED' } });
  });

  it('live ends calls in flight, and the ones after are tried again', async () => {
    const proxy = await startProxy();
    const server = await secureServer(authority.server, () => void proxy.kill());
    const { userApi } = clientOf(server.url, { tls: { ca }, httpsProxy: `http://127.0.0.1:${proxy.port}` });
    const writing = await outcomeOf(userApi.createUser({ body: { profile: {} } }));
    expect(writing).toMatchObject({ name: 'ConnectionError', maybeSent: true });
    expect(server.requests).toHaveLength(1);
    expect(await outcomeOf(userApi.getUser({ userId: 'u1' }))).toMatchObject({
      name: 'ConnectionError',
      maybeSent: false,
    });
  });

  it('end with a word before it has connected is tried again', async () => {
    const proxy = await scriptedServer((socket) => socket.end());
    const { userApi } = clientOf('https://acme.okta.com', { httpsProxy: proxy.url });
    const error = await outcomeOf(userApi.createUser({ body: { profile: {} } }));
    expect(error).toMatchObject({ name: 'ConnectionError', maybeSent: false });
    expect(proxy.connections).toBe(3);
  });

  it.each([
    ['something that is not HTTP', 'SSH-2.0-x\r\n'],
    ['half a line', 'HTTP/1.1 20'],
    ['yes, and then hang up', 'HTTP/1.1 200 OK\r\n\r\n'],
    ['yes, and something before the host does', 'HTTP/1.1 200 OK\r\n\r\nHello'],
  ])('do more than say %s is tried again', async (_, text) => {
    const proxy = await scriptedServer((socket) => socket.end(text));
    const { userApi } = clientOf('https://acme.okta.com', { httpsProxy: proxy.url });
    const error = await outcomeOf(userApi.createUser({ body: { profile: {} } }));
    expect(error).toMatchObject({ name: 'ConnectionError', maybeSent: false });
    expect(proxy.connections).toBe(3);
  });

  it('say anything is left when the time is over, with its connection', async () => {
    const closed: boolean[] = [];
    const proxy = await scriptedServer((socket) => void socket.on('close', () => closed.push(true)));
    const options = { httpsProxy: proxy.url, connectionTimeout: 0.2, rateLimit: { maxRetries: 0 } };
    const { userApi } = clientOf('https://acme.okta.com', options);
    expect(await outcomeOf(userApi.getUser({ userId: 'u1' }))).toMatchObject({ name: 'TimeoutError' });
    await expect.poll(() => closed).toEqual([true]);
  });
});
