import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HttpHeaders } from '../../../src/http/headers.js';
import { responseOf } from '../../../src/http/response-of.js';
import { longListIn } from '../../../src/response/long-list.js';

/** Longer than what is read whole. */
const FILLER = 'x'.repeat(400);

function inParts(text: string, cuts: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const ends = [...new Set(cuts.map((cut) => cut % bytes.length))].sort((one, other) => one - other);
  return [0, ...ends].map((start, index) => bytes.subarray(start, ends[index] ?? bytes.length));
}

function read(text: string, cuts: readonly number[]): unknown[] | undefined {
  return longListIn(responseOf(200, HttpHeaders.from([]), inParts(text, cuts)));
}

function users(count: number, more: object = {}): object[] {
  return Array.from({ length: count }, (_, index) => ({ id: `u${index}`, filler: FILLER, ...more }));
}

const SOCKET_READS = [65_500, 131_036, 196_572, 262_108];

describe('a long list', () => {
  it('is read in the pieces in which it came', () => {
    const list = users(600, { emails: [{ value: 'a' }, { value: 'b' }], name: '"},{"id"' });
    expect(read(JSON.stringify(list), SOCKET_READS)).toEqual(list);
  });

  it('is read in pieces, too, if it came as one, with characters of any width', () => {
    const list = users(600, { name: 'Zoë 松本 👩‍👩‍👧 \u{feff}' });
    expect(read(JSON.stringify(list), [])).toEqual(list);
  });

  it.each([
    ['objects within items begin as items do', JSON.stringify(users(600, { inner: users(3) }))],
    ['it is an object', JSON.stringify({ items: users(600) })],
    ['it is short', JSON.stringify(users(20))],
    ['it holds no objects', JSON.stringify(Array(100_000).fill(1))],
    ['it ends early', JSON.stringify(users(600)).slice(0, -1)],
    ['it goes on after its end', `${JSON.stringify(users(600))},`],
    ['there is text between its items', JSON.stringify(users(600)).replaceAll('},{', '},x{')],
  ])('is read whole if %s', (_, text) => {
    const cuts = text.includes('inner') ? Array.from({ length: 40 }, (_, index) => index * 25_000 + 700) : SOCKET_READS;
    expect(read(text, cuts)).toBeUndefined();
  });

  it('is what its text says: a step may have changed it', async () => {
    const response = responseOf(200, HttpHeaders.from([]), inParts(JSON.stringify(users(600)), SOCKET_READS));
    expect(longListIn({ ...response, text: async () => '[]' })).toBeUndefined();
    expect(longListIn({ ...response })).toHaveLength(600);
  });

  it('is never read as anything but what it is, wherever it is cut', () => {
    const key = fc.constantFrom('id', 'a', '},{"id"', '__proto__');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('},{"id"', '"},{"', ']', '\u{feff}', 1.5, null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3 }),
      ),
    }));
    const item = fc.record({ id: value, more: value, filler: fc.constant('y'.repeat(5000)) });
    const cuts = fc.array(fc.nat({ max: 500_000 }), { maxLength: 8 });
    let inPieces = 0;
    fc.assert(
      fc.property(fc.array(item, { minLength: 25, maxLength: 40 }), cuts, (list, places) => {
        const text = JSON.stringify(list);
        const found = read(text, places);
        if (found === undefined) return;
        inPieces += 1;
        expect(JSON.stringify(found)).toBe(text);
      }),
      { numRuns: 150 },
    );
    expect(inPieces).toBeGreaterThan(10);
  });
});
