import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rows } from '../../generated/management/rows.js';
import type { DateTree, Row } from '../../src/request/row.js';
import { configure } from '../support/configure.js';
import { sendJson, suiteServer } from '../support/local-server.js';
import { callMethod } from './call.js';
import { readExampleCalls } from './examples.js';

/** What is read with one method and written back with another at the same address. */
interface Pair {
  readonly api: string;
  readonly read: string;
  readonly write: string;
  readonly row: Row;
  readonly body: string;
}

const examples = new Map(readExampleCalls().map(({ api, method, request }) => [`${api}.${method}`, request]));

const pairs: Pair[] = Object.entries(rows).flatMap(([api, all]) =>
  Object.entries(all).flatMap(([read, row]) => {
    if (!row.call.startsWith('GET ') || row.answer !== undefined || row.accept !== undefined) return [];
    return Object.entries(all).flatMap(([write, { call, body }]) => {
      const writes = ['PUT', 'POST', 'PATCH'].some((verb) => call === row.call.replace('GET', verb));
      const name = typeof body === 'object' ? body.name : body;
      return writes && typeof name === 'string' ? [{ api, read, write, row, body: name }] : [];
    });
  }),
);

const TIMESTAMPS = [
  '2026-01-31T08:00:00.000Z',
  '2026-01-31T08:00:00Z',
  '2026-01-31T08:00:00.5+02:00',
  'never',
  '',
  null,
  5,
  [],
];
const TAGS = ['A_TAG_OF_TOMORROW', '', null, 7, undefined, 'BOOKMARK', 'PASSWORD', 'IP'];

/** Any JSON, with timestamps of every kind where the answer has dates, and odd tags where unions have theirs. */
const stored = ({ dates = {} }: Row) =>
  fc
    .tuple(fc.dictionary(fc.string(), fc.jsonValue()), dated(dates), fc.constantFrom(...TAGS))
    .map(([any, known, tag]) => ({
      ...any,
      ...Object.fromEntries(
        ['signOnMode', 'type', 'status', 'key', 'platform', 'factorType'].map((name) => [name, tag]),
      ),
      ...known,
    }));

function dated(tree: DateTree): fc.Arbitrary<object> {
  const members = Object.entries(tree).map(([name, branch]) => [
    name === '*' ? 'any' : name,
    branch === 1 ? fc.constantFrom(...TIMESTAMPS) : dated(branch),
  ]);
  return fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>);
}

describe('what is read can be written back as it was', () => {
  let current = '';
  const server = suiteServer(({ method }, response) => {
    if (method !== 'GET') sendJson(response, {});
    else response.writeHead(200, { 'Content-Type': 'application/json' }).end(current);
  });

  it('for many pairs', () => expect(pairs.length).toBeGreaterThan(90));

  it.each(pairs)('$api: $read, then $write', async ({ api, read, write, row, body }) => {
    const configuration = configure(server().url);
    const property = fc.asyncProperty(stored(row), async (value) => {
      current = JSON.stringify(value);
      const path = examples.get(`${api}.${write}`) ?? {};
      const found = await callMethod(configuration, {
        api,
        method: read,
        request: { ...path, ...examples.get(`${api}.${read}`) },
      });
      await callMethod(configuration, { api, method: write, request: { ...path, [body]: found } });
      expect(JSON.parse(server().requests.at(-1)?.body.toString() ?? '')).toEqual(JSON.parse(current));
    });
    await fc.assert(property, { numRuns: 8 });
  });
});
