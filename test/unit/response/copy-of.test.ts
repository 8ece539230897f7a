import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyOf } from '../../../src/response/copy-of.js';
import { reviveDates } from '../../../src/response/dates.js';

describe('a copy of what was read', () => {
  it('is the same JSON, whatever it is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(JSON.stringify(copyOf(JSON.parse(text)))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('shares nothing that can be changed', () => {
    const value = JSON.parse('{"a":{"b":[{"c":1}]},"at":"2026-01-01T00:00:00.000Z"}');
    reviveDates(value, { at: 1 });
    const copy = copyOf(value) as typeof value;
    copy.a.b[0].c = 2;
    copy.a.b.push(3);
    copy.at.setFullYear(1999);
    expect(JSON.stringify(value)).toBe('{"a":{"b":[{"c":1}]},"at":"2026-01-01T00:00:00.000Z"}');
  });

  it('has dates that go back as the text that came', () => {
    const text = '{"at":"2026-01-31T08:00:00+02:00"}';
    expect(JSON.stringify(copyOf(reviveDates(JSON.parse(text), { at: 1 })))).toBe(text);
  });

  it('has a member `__proto__` as an ordinary one', () => {
    const text = '{"__proto__":{"polluted":true},"a":{"__proto__":1}}';
    const copy = copyOf(JSON.parse(text)) as Record<string, unknown>;
    expect(JSON.stringify(copy)).toBe(text);
    expect(copy['polluted']).toBeUndefined();
  });
});
