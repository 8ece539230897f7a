import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParameterError, RequiredError } from '../../../src/errors/parameter-error.js';
import { buildQuery } from '../../../src/request/query.js';
import type { ParameterRow } from '../../../src/request/row.js';

const operation = { api: 'UserApi', method: 'listUsers' };
const query = (rows: ParameterRow[], members: Record<string, unknown>) => buildQuery(rows, members, operation);

describe('query parameters', () => {
  it.each<[string, ParameterRow, unknown, string]>([
    ['text', 'q', 'a b&c=d', '?q=a%20b%26c%3Dd'],
    ['empty text', 'q', '', '?q='],
    ['a number', 'limit', 0, '?limit=0'],
    ['a boolean', 'activate', false, '?activate=false'],
    ['a date', 'since', new Date('2026-01-31T08:00:00Z'), '?since=2026-01-31T08%3A00%3A00.000Z'],
    ['a repeated name', 'expand', ['a', 'b'], '?expand=a&expand=b'],
    ['a set', 'expand', new Set(['a', 'b']), '?expand=a&expand=b'],
    ['commas inside encoded items', { name: 'expand', style: 'csv' }, ['a,x', 'b'], '?expand=a%2Cx,b'],
    ['an empty list', { name: 'expand', style: 'csv' }, [], ''],
    [
      'a deep object',
      { name: 'page', style: 'deepObject' },
      { size: 2, at: { x: 'y' } },
      '?page[size]=2&page[at][x]=y',
    ],
    ['another wire name', { name: 'streamId', wire: 'stream_id' }, 'x', '?stream_id=x'],
    ['nothing for undefined', 'q', undefined, ''],
    ['nothing for null', 'q', null, ''],
  ])('writes %s', (_, row, value, expected) => {
    expect(query([row], { [typeof row === 'string' ? row : row.name]: value })).toBe(expected);
  });

  it('keeps the order of the rows and leaves unknown members out', () => {
    expect(query(['a', 'b'], { b: 2, other: 3, a: 1 })).toBe('?a=1&b=2');
  });

  it('reports a required parameter that is missing', () => {
    expect(() => query([{ name: 'type', required: true }], {})).toThrow(RequiredError);
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [new Date('never')], [{}], [Symbol('s')], [() => 1]])(
    'refuses %s',
    (value) => {
      expect(() => query(['limit'], { limit: value })).toThrow(ParameterError);
    },
  );

  it('can be read back by any URL parser, for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const url = new URL(`https://acme.okta.com/${query(['expand'], { expand: texts })}`);
        expect(url.searchParams.getAll('expand')).toEqual(texts);
      }),
    );
  });
});
