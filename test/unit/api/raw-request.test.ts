import { describe, expect, it } from 'vitest';
import { Client } from '../../../src/client.js';
import { OktaApiError } from '../../../src/errors/okta-api-error.js';
import { ParameterError, RequiredError } from '../../../src/errors/parameter-error.js';
import { HttpError } from '../../../src/errors/response-error.js';
import { type Answer, localServer, sendJson } from '../../support/local-server.js';

const clock = { now: Date.now, random: () => 0, sleep: async () => {} };

async function clientOf(answer: Answer) {
  const server = await localServer(answer);
  const client = new Client({ orgUrl: server.url, token: '00testToken', environment: {}, clock });
  return { client, server };
}

const echo: Answer = (_, response) => sendJson(response, {});

describe('client.request', () => {
  it('sends verb, path, query, body and headers with the credentials, and gives JSON as it was sent', async () => {
    const answer = { id: '1', created: '2026-01-31T08:00:00.000Z', unknown: [null, { a: 1.5 }] };
    const { client, server } = await clientOf((_, response) => sendJson(response, answer));
    const got = await client.request({
      method: 'post',
      path: '/api/v1/new-things',
      query: { limit: 2, tag: ['a b', 'c&d'], since: new Date(0), none: undefined },
      body: { name: 'Ünï' },
      headers: { 'X-Trace': 't' },
    });
    expect(got).toEqual(answer);
    const [seen] = server.requests;
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/api/v1/new-things?limit=2&tag=a%20b&tag=c%26d&since=1970-01-01T00%3A00%3A00.000Z',
    });
    expect(seen?.headers).toMatchObject({
      authorization: 'SSWS 00testToken',
      'content-type': 'application/json',
      'x-trace': 't',
      accept: 'application/json',
    });
    expect(JSON.parse(String(seen?.body))).toEqual({ name: 'Ünï' });
  });

  it('tells about the answer, and gives text where that is asked for', async () => {
    const { client } = await clientOf((seen, response) => {
      response.writeHead(200, {
        'Content-Type': 'application/xml',
        'X-Okta-Request-Id': 'req1',
        'X-Rate-Limit-Limit': '600',
        'X-Rate-Limit-Remaining': '598',
        'X-Rate-Limit-Reset': '1767225600',
      });
      response.end(`<accept>${seen.headers.accept}</accept>`);
    });
    const path = '/api/v1/apps/0oa1/sso/saml/metadata';
    const { data, response } = await client.request({ path, accept: 'application/xml' }).withResponse();
    expect(data).toBe('<accept>application/xml</accept>');
    expect(response).toMatchObject({
      status: 200,
      requestId: 'req1',
      rateLimit: { limit: 600, remaining: 598, reset: new Date('2026-01-01T00:00:00Z') },
    });
  });

  it('sends text, bytes and forms as they are', async () => {
    const { client, server } = await clientOf(echo);
    const path = '/api/v1/things';
    await client.request({ method: 'PUT', path, body: 'a,b', headers: { 'content-type': 'text/csv' } });
    await client.request({ method: 'PUT', path, body: new Uint8Array([1, 0, 255]) });
    await client.request({ method: 'POST', path, body: new URLSearchParams({ a: 'b c' }) });
    expect(server.requests.map(({ headers, body }) => [headers['content-type'], body.toString('latin1')])).toEqual([
      ['text/csv', 'a,b'],
      ['application/octet-stream', '\x01\x00\xff'],
      ['application/x-www-form-urlencoded', 'a=b+c'],
    ]);
  });

  it('fills placeholders, one encoded segment each', async () => {
    const { client, server } = await clientOf(echo);
    await client.request({ path: '/api/v1/users/{id}/things', params: { id: 'a/../b@c' } });
    expect(server.requests[0]?.url).toBe('/api/v1/users/a%2F..%2Fb%40c/things');
    await expect(client.request({ path: '/api/v1/users/{id}', params: {} })).rejects.toThrow(RequiredError);
    await expect(client.request({ path: '/api/v1/users/{id}', params: { id: '..' } })).rejects.toThrow(ParameterError);
  });

  it('is retried, and fails with the errors of every call', async () => {
    const { client, server } = await clientOf((_, response, count) =>
      count === 1
        ? sendJson(response, {}, { status: 503 })
        : sendJson(response, { errorCode: 'E0000007', errorSummary: 'Not found' }, { status: 404 }),
    );
    await expect(client.request({ path: '/api/v1/nothing' })).rejects.toThrow(OktaApiError);
    expect(server.requests).toHaveLength(2);
  });

  it('takes absolute URLs of the org', async () => {
    const { client, server } = await clientOf(echo);
    await client.request({ path: `${server.url}/api/v1/users?limit=1`, query: { after: 'x' } });
    expect(server.requests[0]?.url).toBe('/api/v1/users?limit=1&after=x');
  });

  it.each([
    ['another origin', 'https://evil.example/api/v1/users'],
    ['another scheme', 'file:///etc/passwd'],
    ['a host without a scheme', '//evil.example/api'],
    ['a backslash', '/\\evil.example/api'],
    ['a user name', 'http://user@127.0.0.1/api'],
    ['no slash at its beginning', 'api/v1/users'],
    ['dots', '/api/v1/users/../apps'],
    ['encoded dots', '/api/v1/users/%2E%2e/apps'],
    ['an empty segment', '/api/v1/users//lifecycle'],
    ['a slash at its end', '/api/v1/users/'],
    ['a line break', '/api/v1/users\r\nX: y'],
    ['an encoded line break', '/api/v1/users/%0d%0a'],
    ['a stray percent sign', '/api/v1/users/%zz'],
    ['a fragment', '/api/v1/users#x'],
    ['nothing', ''],
    ['no text', 7 as unknown as string],
  ])('refuses a path with %s, and sends nothing', async (_, path) => {
    const { client, server } = await clientOf(echo);
    await expect(client.request({ path })).rejects.toThrow(ParameterError);
    await expect(client.http.http(path)).rejects.toThrow(ParameterError);
    await expect(client.paginate(path).first()).rejects.toThrow(ParameterError);
    expect(server.requests).toHaveLength(0);
  });

  it('refuses a body with GET, a value that is no JSON, and an unknown verb', async () => {
    const { client, server } = await clientOf(echo);
    const path = '/api/v1/things';
    await expect(client.request({ path, body: {} })).rejects.toThrow(/`body` cannot be sent with GET/);
    await expect(client.request({ method: 'POST', path, body: new Map() })).rejects.toThrow(ParameterError);
    await expect(client.request({ method: 'TRACE' as 'GET', path })).rejects.toThrow(/`method` must be one of/);
    expect(server.requests).toHaveLength(0);
  });
});

describe('client.http', () => {
  it('sends as version 4 did and gives an answer like that of fetch', async () => {
    const { client, server } = await clientOf((_, response) => sendJson(response, { id: 1 }));
    const request = {
      method: 'get',
      headers: { Accept: 'application/xml', 'Content-Type': 'application/json' },
    } as const;
    const response = await client.http.http(`${client.baseUrl}/api/v1/apps/0oa1/sso/saml/metadata`, request);
    expect([response.status, response.ok, response.headers.get('Content-Type')]).toEqual([
      200,
      true,
      'application/json',
    ]);
    expect(await response.json()).toEqual({ id: 1 });
    expect(await response.text()).toBe('{"id":1}');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(await response.bytes());
    expect(server.requests[0]?.headers).toMatchObject({ accept: 'application/xml', authorization: 'SSWS 00testToken' });
  });

  it('has a method for each verb, and some for JSON', async () => {
    const { client, server } = await clientOf((seen, response) => sendJson(response, { verb: seen.method }));
    const { http } = client;
    for (const send of [http.get, http.post, http.put, http.patch, http.delete]) await send.call(http, '/api/v1/x');
    expect(await http.getJson('/api/v1/x')).toEqual({ verb: 'GET' });
    expect(await http.json('/api/v1/x')).toEqual({ verb: 'GET' });
    expect(await http.postJson('/api/v1/x', { body: { a: 1 } })).toEqual({ verb: 'POST' });
    expect(await http.putJson('/api/v1/x', { body: '{"a":1}' })).toEqual({ verb: 'PUT' });
    expect(server.requests.map(({ method }) => method)).toEqual([
      'GET',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'GET',
      'GET',
      'POST',
      'PUT',
    ]);
    expect(server.requests.slice(-2).map(({ body }) => String(body))).toEqual(['{"a":1}', '{"a":1}']);
  });

  it('fails with the errors of the SDK', async () => {
    const { client } = await clientOf(({ url }, response) =>
      url === '/json' ? response.end('<html>') : sendJson(response, { errorCode: 'E0000007' }, { status: 404 }),
    );
    await expect(client.http.get('/api/v1/x')).rejects.toMatchObject({ status: 404, errorCode: 'E0000007' });
    await expect(client.http.getJson('/json')).rejects.toThrow(HttpError);
  });
});

describe('client.paginate', () => {
  const page = (url: string) => Number(new URL(url, 'http://x').searchParams.get('after') ?? 0);

  it('follows Link headers, with the headers of the first page', async () => {
    const { client, server } = await clientOf(({ url }, response) => {
      const link = page(url) < 2 ? { Link: `<${server.url}/api/v1/new?after=${page(url) + 1}>; rel="next"` } : {};
      sendJson(response, [{ id: page(url) }], { headers: link });
    });
    const list = client.paginate<{ id: number }>('/api/v1/new', { query: { limit: 1 }, headers: { 'X-Trace': 't' } });
    expect(server.requests).toHaveLength(0);
    expect(await list.toArray()).toEqual([{ id: 0 }, { id: 1 }, { id: 2 }]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/api/v1/new?limit=1',
      '/api/v1/new?after=1',
      '/api/v1/new?after=2',
    ]);
    expect(server.requests.every(({ headers }) => headers['x-trace'] === 't')).toBe(true);
  });

  it('follows `_links.next`, and finds the items of the body', async () => {
    const { client, server } = await clientOf(({ url }, response) => {
      const next = page(url) < 1 ? { next: { href: `${server.url}/api/v1/iam/new?after=1` } } : {};
      sendJson(response, { roles: [{ id: page(url) }], _links: next });
    });
    expect(await client.paginate('/api/v1/iam/new').toArray()).toEqual([{ id: 0 }, { id: 1 }]);
  });

  it('is told which array holds the items if there are several', async () => {
    const { client } = await clientOf((_, response) => sendJson(response, { a: [1], b: [2] }));
    expect(await client.paginate('/api/v1/new', { items: 'b' }).toArray()).toEqual([2]);
    await expect(client.paginate('/api/v1/new').toArray()).rejects.toThrow(HttpError);
  });

  it('gives no credentials to a next page on another origin', async () => {
    const { client } = await clientOf((_, response) =>
      sendJson(response, [1], { headers: { Link: '<https://evil.example/api/v1/new?after=1>; rel="next"' } }),
    );
    await expect(client.paginate('/api/v1/new').toArray()).rejects.toThrow(/another origin/);
  });

  const logs = (client: Client, query = '') => client.paginate<{ uuid: string }>(`/api/v1/logs${query}`);

  /** Two events, then empty pages that lead to themselves, as the service does without an end time. */
  const log: Answer = ({ url, headers }, response) => {
    const Link = `<http://${headers.host}/api/v1/logs?after=1>; rel="next"`;
    sendJson(response, page(url) === 1 ? [] : [{ uuid: 'a' }, { uuid: 'b' }], { headers: { Link } });
  };

  it.each(['', '?limit=2', '?sortOrder=ASCENDING&since=2026-01-01T00%3A00%3A00Z'])(
    'ends at the first empty page of a System Log query without an end: %j',
    async (query) => {
      const { client, server } = await clientOf(log);
      expect(await logs(client, query).toArray()).toEqual([{ uuid: 'a' }, { uuid: 'b' }]);
      expect(server.requests).toHaveLength(2);
      const list = logs(client, query);
      expect([await list.next(), await list.next(), await list.next()]).toEqual([
        { value: { uuid: 'a' }, done: false },
        { value: { uuid: 'b' }, done: false },
        { value: undefined, done: true },
      ]);
    },
  );

  it('goes on behind the empty page for a subscription to the System Log', async () => {
    const { client, server } = await clientOf(log);
    const errors: unknown[] = [];
    await new Promise<void>((resolve) => {
      const subscription = logs(client).subscribe({ next: () => undefined, error: (error) => errors.push(error) });
      const poll = setInterval(() => {
        if (server.requests.length < 5 && errors.length === 0) return;
        clearInterval(poll);
        subscription.unsubscribe();
        resolve();
      }, 5);
    });
    expect(errors).toEqual([]);
  });

  it.each(['?until=2026-01-01T00%3A00%3A00Z', '?sortOrder=DESCENDING'])(
    'takes a next page that is the page itself for a fault where a System Log query has an end: %s',
    async (query) => {
      const { client } = await clientOf(log);
      await expect(logs(client, query).toArray()).rejects.toThrow(/names itself as the next page/);
      const [end = '', value = ''] = query.slice(1).split('=');
      const list = client.paginate('/api/v1/logs', { query: { [end]: decodeURIComponent(value) } });
      await expect(list.toArray()).rejects.toThrow(/names itself as the next page/);
    },
  );
});
