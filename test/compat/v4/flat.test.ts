import { describe, expect, it } from 'vitest';
import type { V4Operation } from '../../../scripts/lib/v4/v4-facts.js';
import { Client } from '../../../src/sdk.js';
import { type Seen, suiteServer } from '../../support/local-server.js';
import { answerLikeOkta } from './answer-like-okta.js';
import { type Method, methodOf, older } from './older.js';

const CERTIFICATE = Buffer.from([0x30, 0x82, 0x00, 0xff]);

const server = suiteServer(answerLikeOkta);

const client = () => new Client({ orgUrl: server().url, token: '00token', environment: {}, cacheMiddleware: null });

describe('every flat method sends verb, path, query and body as versions 4 to 6 did', () => {
  it.each(Object.entries(older.operations))('%s', async (name, operation) => {
    const start = server().requests.length;
    const query = Object.fromEntries((operation.query ?? []).map((parameter) => [parameter, `${parameter} &=`]));
    await read(methodOf(client(), name), [...argumentsOf(operation), ...(operation.query ? [query] : [])]);
    const seen = server().requests.slice(start);
    expect(seen).toHaveLength(1);
    expect(sentBy(seen[0])).toEqual(expected(operation, query));
    expectBody(operation, seen[0]);
  });
});

async function read(method: Method, args: readonly unknown[]): Promise<void> {
  const answer = method(...args);
  if (Symbol.asyncIterator in answer) for await (const item of answer) expect(item).toEqual({ id: 'i1' });
  else await answer;
}

function argumentsOf({ params, body, file, sends }: V4Operation): unknown[] {
  const path = params.map((param) => `${param} %/`);
  if (file !== undefined) return [...path, { data: CERTIFICATE, name: 'logo.png' }];
  if (body === undefined) return path;
  return [...path, sends === undefined ? { label: 'ä', deep: [{ at: new Date(0) }] } : CERTIFICATE];
}

function expected({ verb, path, params }: V4Operation, query: object) {
  const [template = '', fixed] = path.split('?');
  const filled = params.reduce(
    (text, param) => text.replace(`{${param}}`, encodeURIComponent(`${param} %/`)),
    template,
  );
  return { verb, path: filled, query: { ...Object.fromEntries(new URLSearchParams(fixed)), ...query } };
}

function sentBy(seen: Seen | undefined) {
  const { pathname, searchParams } = new URL(seen?.url ?? '', 'http://okta');
  return { verb: seen?.method, path: pathname, query: Object.fromEntries(searchParams) };
}

function expectBody({ body, file, sends, encoding }: V4Operation, seen: Seen | undefined): void {
  const type = seen?.headers['content-type'];
  if (file !== undefined) {
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen?.body.includes(CERTIFICATE)).toBe(true);
    expect(seen?.body.toString('latin1')).toContain(`name="${file}"; filename="logo.png"`);
  } else if (sends !== undefined) {
    expect({ type, encoding: seen?.headers['content-transfer-encoding'] }).toEqual({ type: sends, encoding });
    expect(seen?.body).toEqual(CERTIFICATE);
  } else if (body === undefined) {
    expect(seen?.body).toHaveLength(0);
  } else {
    expect(type).toBe('application/json');
    expect(JSON.parse(String(seen?.body))).toEqual({ label: 'ä', deep: [{ at: '1970-01-01T00:00:00.000Z' }] });
  }
}

describe('arguments', () => {
  const required = Object.entries(older.operations).filter(([, { params, body, optional }]) => {
    return params.length > 0 || (body !== undefined && !optional);
  });

  it.each(required)('%s without its first argument tells which one is missing, and sends nothing', async (name) => {
    const start = server().requests.length;
    const answer = methodOf(client(), name)();
    const reading = Symbol.asyncIterator in answer ? read(() => answer, []) : answer;
    await expect(reading).rejects.toMatchObject({ code: 'OKTA_MISSING_PARAMETER', method: name });
    expect(server().requests).toHaveLength(start);
  });

  it('may leave out a body that is optional', async () => {
    await client().activateFactor('u1', 'f1');
    expect(server().requests.at(-1)).toMatchObject({ url: '/api/v1/users/u1/factors/f1/lifecycle/activate' });
    expect(server().requests.at(-1)?.body).toHaveLength(0);
  });

  it('takes parameters of the query that are not known, arrays and dates', async () => {
    const query = { limit: 2, tags: ['a', 'b'], since: new Date(0), left: undefined };
    await methodOf(client(), 'listUsers')(query);
    await methodOf(client(), 'getUser')('u1', query);
    expect(server().requests.at(-1)?.url).toBe(
      '/api/v1/users/u1?limit=2&tags=a&tags=b&since=1970-01-01T00%3A00%3A00.000Z',
    );
  });

  it('refuses a query that is no object', async () => {
    for (const query of ['limit=2', ['limit'], new Map([['limit', 2]]), new URLSearchParams('limit=2')]) {
      await expect(methodOf(client(), 'getUser')('u1', query)).rejects.toThrow(
        'Client.getUser: `query` must be an object of query parameters',
      );
    }
  });

  it('cannot take away what a method is about', async () => {
    const fixed = Object.entries(older.operations).filter(([, { path }]) => path.includes('?'));
    expect(fixed.length).toBeGreaterThan(0);
    for (const [name, operation] of fixed) {
      const query = new URLSearchParams(operation.path.split('?')[1]);
      const left = Object.fromEntries([...query.keys()].map((parameter) => [parameter, undefined]));
      await methodOf(client(), name)(...argumentsOf(operation), left);
      expect(sentBy(server().requests.at(-1)).query).toEqual(Object.fromEntries(query));
    }
  });

  it('takes null for no query', async () => {
    await methodOf(client(), 'getUser')('u1', null);
    expect(server().requests.at(-1)?.url).toBe('/api/v1/users/u1');
  });

  it('refuses an id that would lead elsewhere', async () => {
    await expect(client().getUser('..')).rejects.toMatchObject({ code: 'OKTA_BAD_PARAMETER', parameter: 'userId' });
    await expect(client().getUser('')).rejects.toMatchObject({ code: 'OKTA_BAD_PARAMETER', parameter: 'userId' });
  });

  it('of the path may be encoded already, as those versions wanted it', async () => {
    const logins = ['ada@example.com', 'a/b@example.com', '100%@example.com', 'a%zz', 'a%2fb'];
    for (const login of logins) {
      await client().getUser(login);
      const plain = server().requests.at(-1)?.url;
      await client().getUser(encodeURIComponent(login));
      expect(server().requests.at(-1)?.url).toBe(plain);
      expect(decodeURIComponent(plain ?? '')).toBe(`/api/v1/users/${login}`);
    }
    await client().getUser('%2E%2E');
    expect(server().requests.at(-1)?.url).toBe('/api/v1/users/%252E%252E');
    await client().getUser(encodeURI('zoë+a@example.com'));
    expect(server().requests.at(-1)?.url).toBe('/api/v1/users/zo%C3%AB%2Ba%40example.com');
  });

  it('are taken as they are at the time of the call, also of the first one', async () => {
    const start = server().requests.length;
    const sending = client();
    const user = { profile: { login: '' } };
    const sent = ['a', 'b'].map((login) => {
      user.profile.login = login;
      return sending.createUser(user);
    });
    await Promise.all(sent);
    const logins = server()
      .requests.slice(start)
      .map(({ body }) => JSON.parse(String(body)).profile.login);
    expect(logins.sort()).toEqual(['a', 'b']);
  });

  it('of the query are taken as they are at the time of the call', async () => {
    const query = { q: 'one' };
    const users = client().listUsers(query);
    query.q = 'two';
    await users.toArray();
    expect(server().requests.at(-1)?.url).toBe('/api/v1/users?q=one');
  });
});

describe('a list', () => {
  it('is there at once, and sends nothing before it is read', async () => {
    const start = server().requests.length;
    const users = client().listUsers();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server().requests).toHaveLength(start);
    expect(await users.next()).toEqual({ value: { id: 'i1' }, done: false });
    expect(await users).toBe(users);
  });

  it('that changes something is sent once, read or not', async () => {
    const start = server().requests.length;
    const keys = client().rotateAuthorizationServerKeys('a1', { use: 'sig' });
    await expect.poll(() => server().requests.length).toBe(start + 1);
    expect(await keys.toArray()).toHaveLength(1);
    expect(await keys.toArray()).toHaveLength(1);
    expect(server().requests).toHaveLength(start + 1);
  });

  it('that changes something and cannot be sent fails where it is read, and nowhere else', async () => {
    const keys = methodOf(client(), 'rotateAuthorizationServerKeys')('');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(read(() => keys, [])).rejects.toMatchObject({ code: 'OKTA_MISSING_PARAMETER' });
  });

  it('cannot be led out of the org by a cursor', () => {
    expect(() => client().listUsers().from('https://elsewhere.example/')).toThrow('cursor');
  });
});

describe('answers', () => {
  it('keep dates as text', async () => {
    expect((await client().getUser('u1')).created).toBe('2020-01-01T00:00:00.000Z');
  });

  it('tell about themselves', async () => {
    const { data, response } = await client().getUser('u1').withResponse();
    expect({ id: data.id, status: response.status }).toEqual({ id: 'i1', status: 200 });
  });

  it('without a value are given in the manner of fetch', async () => {
    const answer = await client().deactivateUser('u1');
    expect({ status: answer.status, ok: answer.ok, text: await answer.text() }).toEqual({
      status: 204,
      ok: true,
      text: '',
    });
  });
});

describe('a name that version 4 replaced', () => {
  it.each(Object.entries(older.removed))('%s names its successor', (name, successor) => {
    expect(() => methodOf(client(), name)('u1')).toThrow(`call client.${successor}() instead`);
    expect(older.operations[successor]).toBeDefined();
  });
});

it('has the methods out of sight', () => {
  const names = Object.keys(client());
  for (const name in client()) names.push(name);
  expect(names.filter((name) => name in older.operations)).toEqual([]);
  expect(Object.getOwnPropertyNames(Object.getPrototypeOf(Client)).sort()).toEqual(['length', 'name', 'prototype']);
});
