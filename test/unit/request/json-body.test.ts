import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParameterError } from '../../../src/errors/parameter-error.js';
import { failing } from '../../../src/request/encode.js';
import { encodeJson } from '../../../src/request/json-body.js';

const encode = (value: unknown) => encodeJson(value, failing({ api: 'UserApi', method: 'createUser' }, 'user'));

describe('JSON bodies', () => {
  it('carry any JSON value unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(encode(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leave undefined members out, as JSON does, and write dates as ISO 8601', () => {
    expect(encode({ a: undefined, b: new Date('2026-01-31T08:00:00Z') })).toBe('{"b":"2026-01-31T08:00:00.000Z"}');
  });

  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  it.each<[string, unknown, string]>([
    ['NaN', { settings: { limit: Number.NaN } }, 'has at `settings.limit` NaN'],
    ['Infinity', [1, Number.POSITIVE_INFINITY], 'has at `1` Infinity'],
    ['an invalid date', { at: new Date('never') }, 'an invalid date'],
    ['a Map', { profile: new Map([['a', 1]]) }, 'a Map'],
    ['a Set', { groupIds: new Set(['a']) }, 'a Set'],
    ['a function', { f: () => 1 }, 'a function'],
    ['a bigint', { n: 1n }, 'cannot be written as JSON'],
    ['a cycle', cyclic, 'cannot be written as JSON'],
    ['a function alone', () => 1, 'must be a JSON value'],
  ])('are refused with %s, which JSON would drop or change without a word', (_, value, reason) => {
    expect(() => encode(value)).toThrow(ParameterError);
    expect(() => encode(value)).toThrow(reason);
  });
});
