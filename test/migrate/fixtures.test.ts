import { describe, expect, it } from 'vitest';
import { findingLines, migrateTexts, readFixtures, textsAfter } from './fixtures.js';

const fixtures = readFixtures();

describe('programs of old', () => {
  it('are many', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(32);
    expect(fixtures.flatMap(({ before }) => [...before]).length).toBeGreaterThanOrEqual(37);
  });

  describe.each(fixtures)('$name', ({ before, after, findings }) => {
    const migrated = migrateTexts(before);

    it('is rewritten where that is certain', () => {
      expect(textsAfter(migrated)).toEqual(after);
    });

    it('tells what is left', () => {
      expect(findingLines(migrated)).toEqual(findings);
    });

    it('stays as it is the second time', () => {
      const again = migrateTexts(after);
      expect(textsAfter(again)).toEqual(after);
      expect(again.reduce((sum, { calls }) => sum + calls, 0)).toBe(0);
    });
  });
});
