import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as trees from '../../../generated/management/dates.js';
import { parseDate, reviveDates } from '../../../src/response/dates.js';

describe('dates in answers', () => {
  it('become Date objects where the tree says so, and nowhere else', () => {
    const text = '2026-01-31T08:00:00.000Z';
    const value = {
      created: text,
      other: text,
      type: { created: text },
      list: [{ at: text }],
      map: { x: text, y: null },
    };
    expect(reviveDates(value, { created: 1, type: { created: 1 }, list: { at: 1 }, map: { '*': 1 } })).toEqual({
      created: new Date(text),
      other: text,
      type: { created: new Date(text) },
      list: [{ at: new Date(text) }],
      map: { x: new Date(text), y: null },
    });
  });

  const names = new Set(Object.values(trees).flatMap((tree) => Object.keys(tree).filter((name) => tree[name] === 1)));

  it.each([...names].filter((name) => name !== '*'))('called %s are found and put back under their name', (name) => {
    const [one, other] = ['2026-01-31T08:00:00.000Z', '2026-02-01T08:00:00.000Z'];
    const value = Object.fromEntries([...names].map((each) => [each, each === name ? one : other]));
    expect(reviveDates(value, { [name]: 1 })).toEqual({ ...value, [name]: new Date(one) });
    expect(reviveDates({}, { [name]: 1 })).toEqual({});
  });

  it.each([[null], [undefined], [5], ['text'], [[]], [{}], [[null, 1]]])('leave %j as it is', (value) => {
    expect(reviveDates(structuredClone(value), { created: 1 })).toEqual(value);
  });

  it.each([
    ['2026-01-31T08:00:00.000Z'],
    ['2026-01-31T08:00:00Z'],
    ['2026-01-31T08:00:00.123456Z'],
    ['2026-01-31T08:00:00+02:00'],
    ['2024-02-29T23:59:59.999Z'],
  ])('%s goes back as the very same text', (text) => {
    const date = parseDate(text);
    expect(date).toBeInstanceOf(Date);
    expect((date as Date).getTime()).toBe(Date.parse(text));
    expect(JSON.parse(JSON.stringify(date))).toBe(text);
  });

  it('go back with the new time once they have been changed', () => {
    const date = parseDate('2026-01-31T08:00:00Z') as Date;
    date.setUTCFullYear(2027);
    expect(JSON.parse(JSON.stringify(date))).toBe('2027-01-31T08:00:00.000Z');
  });

  it.each([
    ['Wed Mar 04 10:08:01 UTC 2026'],
    ['2026-03-04 10:08:01.0'],
    ['2026-02-29T00:00:00.000Z'],
    ['2026-13-01T00:00:00.000Z'],
    ['2026-01-31'],
    ['NOT_A_DATE'],
    [''],
    ['2026-01-31T08:00:00.00xZ'],
  ])('%j is no timestamp and stays text', (text) => {
    expect(parseDate(text)).toBe(text);
  });

  it('agree with the platform on every timestamp that it writes itself', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect((parseDate(date.toISOString()) as Date).getTime()).toBe(date.getTime());
        },
      ),
    );
  });

  it('lose no text whatsoever', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/)),
        (text) => {
          expect(JSON.parse(JSON.stringify(parseDate(text)))).toBe(text);
        },
      ),
    );
  });
});
