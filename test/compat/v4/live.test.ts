import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { V4ModelMethod } from '../../../scripts/lib/v4/v4-facts.js';
import { methodsOf } from '../../../scripts/lib/v4/v4-sources.js';
import { Client } from '../../../src/sdk.js';
import { localServer, sendJson } from '../../support/local-server.js';
import { answerLikeOkta } from './answer-like-okta.js';
import { methodOf, older } from './older.js';

const BODY = { label: 'by the caller' };
const FILE = Buffer.from([1, 2, 3]);

interface Case {
  readonly model: string;
  readonly method: string;
  readonly link: V4ModelMethod;
  /** A flat method that returns such a value. */
  readonly source: string;
}

const cases = Object.keys(older.models).flatMap((model) => {
  const source = Object.entries(older.operations).find(([, { returns }]) => returns === model)?.[0];
  const methods = Object.entries(methodsOf(older.models, model));
  return source === undefined ? [] : methods.map(([method, link]): Case => ({ model, method, link, source }));
});

describe('every method of a value fills in what the value knows', () => {
  it.each(cases.map((one): [string, Case] => [`${one.model}.${one.method}`, one]))('%s', async (_, one) => {
    const { value, requests, received } = await receive(one);
    await call(value, one.method, argumentsFor(one));
    expect(requests).toHaveLength(2);
    const { pathname } = new URL(requests[1]?.url ?? '', 'http://okta');
    expect({ verb: requests[1]?.method, path: pathname }).toEqual(expected(one));
    if (one.link.body === 'self') expect(JSON.parse(String(requests[1]?.body))).toEqual(received);
  });
});

describe('a method whose value lacks what it needs tells so, and sends nothing', () => {
  const needy = cases.filter(({ link }) => link.arguments !== undefined);
  it.each(needy.map((one): [string, Case] => [`${one.model}.${one.method}`, one]))('%s', async (_, one) => {
    const { value, requests } = await receive(one);
    for (const member of Object.values(one.link.arguments ?? {})) Reflect.deleteProperty(value, member);
    await expect(call(value, one.method, argumentsFor(one))).rejects.toMatchObject({
      code: 'OKTA_MISSING_PARAMETER',
      message: expect.stringContaining(`${one.model}.${one.method}: \`id\` is missing on the value`),
    });
    expect(requests).toHaveLength(1);
  });
});

it('covers every method of every model but those that are only sent', () => {
  const covered = new Set(cases.flatMap(({ model, method }) => lineage(model).map((owner) => `${owner}.${method}`)));
  const all = Object.entries(older.models).flatMap(([model, { methods = {} }]) =>
    Object.keys(methods).map((method) => `${model}.${method}`),
  );
  expect(all).toHaveLength(254);
  expect(all.filter((name) => !covered.has(name))).toEqual(['DomainCertificate.createCertificate']);
});

function lineage(model: string): string[] {
  const parent = older.models[model]?.parent;
  return parent === undefined ? [model] : [model, ...lineage(parent)];
}

async function receive({ source }: Case) {
  const received = { id: 'self 1', type: 'T', profile: { login: 'ada', custom_1: [null, { deep: 1.5 }] }, _links: {} };
  const server = await localServer((seen, response, count) => {
    if (count > 1) return answerLikeOkta(seen, response, count);
    sendJson(response, older.operations[source]?.list ? [received] : received);
  });
  const client = new Client({ orgUrl: server.url, token: '00token', environment: {}, cacheMiddleware: null });
  const { params = [], body } = older.operations[source] ?? {};
  const answer = methodOf(client, source)(...params, ...(body ? [{}] : []));
  let value: unknown;
  if (Symbol.asyncIterator in answer) for await (const item of answer) value = item;
  else value = await answer;
  if (typeof value !== 'object' || value === null) throw new Error(`${source} gave no value`);
  return { value, received, requests: server.requests };
}

async function call(value: object, name: string, args: readonly unknown[]): Promise<void> {
  const answer = methodOf(value, name)(...args);
  if (Symbol.asyncIterator in answer) for await (const item of answer) expect(item).toBeDefined();
  else await answer;
}

function argumentsFor({ link }: Case): unknown[] {
  const { params = [], body, file, sends } = older.operations[link.operation] ?? {};
  const open = params.filter((param) => link.arguments?.[param] === undefined).map((param) => `the ${param}`);
  if (file !== undefined || sends !== undefined) return [...open, FILE];
  return body === undefined || link.body === 'self' ? open : [...open, BODY];
}

function expected({ link }: Case) {
  const { verb, path = '', params = [] } = older.operations[link.operation] ?? {};
  const filled = params.reduce((text, param) => {
    const value = link.arguments?.[param] === undefined ? `the ${param}` : 'self 1';
    return text.replace(`{${param}}`, encodeURIComponent(value));
  }, path);
  return { verb, path: filled.split('?')[0] };
}

it('a list that changes something is sent once, read or not', async () => {
  const one = cases.find(({ model, method }) => model === 'AuthorizationServer' && method === 'rotateKeys');
  if (one === undefined) throw new Error('no such method');
  const { value, requests } = await receive(one);
  const keys = methodOf(value, 'rotateKeys')({ use: 'sig' });
  await expect.poll(() => requests.length).toBe(2);
  for await (const key of keys) expect(key).toBeDefined();
  for await (const key of keys) expect(key).toBeDefined();
  expect(requests).toHaveLength(2);
});

const gone = Object.entries(older.removedFromValues).flatMap(([model, names]) =>
  Object.entries(names).map(([name, successor]): [string, string, string] => [model, name, successor]),
);

describe('a name that version 4 replaced', () => {
  it.each(gone)('%s.%s names its successor', async (model, name, successor) => {
    const one = cases.find((other) => other.model === model && other.method === successor);
    if (one === undefined) throw new Error(`There is no ${successor}`);
    const { value } = await receive(one);
    expect(() => methodOf(value, name)()).toThrow(`call ${model.toLowerCase()}.${successor}() instead`);
  });
});

describe('a value', () => {
  const JSON_TEXT =
    '{"id":"u1","created":"2020-01-01T00:00:00.000Z","update":"a member of this name","profile":{"login":"ada"}}';

  async function user() {
    const server = await localServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON_TEXT);
    });
    const client = new Client({ orgUrl: server.url, token: '00token', environment: {}, cacheMiddleware: null });
    return { value: await client.getUser('u1'), requests: server.requests };
  }

  it('is the JSON that was received, to everything that looks at members', async () => {
    const { value } = await user();
    const plain: unknown = JSON.parse(JSON_TEXT);
    expect(JSON.stringify(value)).toBe(JSON_TEXT);
    expect(isDeepStrictEqual(value, plain)).toBe(true);
    expect({ ...value }).toStrictEqual(plain);
    expect(value).toStrictEqual(plain);
    expect(structuredClone(value)).toStrictEqual(plain);
    const looped: string[] = [];
    for (const name in value) looped.push(name);
    expect(looped).toEqual(['id', 'created', 'update', 'profile']);
  });

  it('keeps a member that is called like a method', async () => {
    const { value } = await user();
    expect(value).toHaveProperty('update', 'a member of this name');
    expect(typeof value.deactivate).toBe('function');
  });

  it('may be given methods of the program', async () => {
    const { value } = await user();
    Object.assign(value, { deactivate: () => 'mine' });
    expect(value.deactivate()).toBe('mine');
  });
});
