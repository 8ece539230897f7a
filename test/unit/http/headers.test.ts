import { describe, expect, it } from 'vitest';
import { HttpHeaders } from '../../../src/http/headers.js';

describe('headers', () => {
  it('are read in any case, by `get` and as properties', () => {
    const headers = HttpHeaders.from([['X-Rate-Limit-Limit', '600']]);
    expect(headers.get('x-rate-limit-LIMIT')).toBe('600');
    expect(headers['x-rate-limit-limit']).toBe('600');
    expect(headers.has('link')).toBe(false);
  });

  it('that are repeated are joined, an empty one among them', () => {
    const pairs: [string, string | string[]][] = [
      ['Link', ''],
      ['link', 'a'],
      ['LINK', ['b', 'c']],
    ];
    expect(HttpHeaders.from(pairs).get('link')).toBe(', a, b, c');
  });

  it.each(['get', 'has', 'constructor', '__proto__'])('called %s, once or repeated, take nothing away', (name) => {
    const headers = HttpHeaders.from([
      [name, 'x'],
      [name, ['y', 'z']],
      ['date', 'today'],
    ]);
    expect(headers).toBeInstanceOf(HttpHeaders);
    expect([...headers]).toEqual([['date', 'today']]);
    expect(headers.get(name)).toBeNull();
  });
});
