import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const HERE = 'test/compat';
const documents = ['application-api', 'express', 'oktajs', 'python'];

/** Short names that the tables use, for tests that do not stand beside the table. */
const ELSEWHERE: Readonly<Record<string, string>> = { example: 'test/package/express-example.test.ts' };

/** Rows of a table: numbers, promise, where it is held. */
function rowsOf(document: string): string[][] {
  const lines = readFileSync(join(HERE, document, 'promises.md'), 'utf8').split('\n');
  const rows = lines.filter((line) => /^\| \d/.test(line));
  return rows.map((line) => line.split(' | ').map((cell) => cell.replaceAll('|', '').trim()));
}

/** "12" or "12–15", first and last. */
function range(cell: string): [number, number] {
  const [first = Number.NaN, last = first] = cell.split('–').map(Number);
  return [first, last];
}

/** Every `short name: title, title` of a cell, with the text of the file that is meant. */
function titlesIn(document: string, cell: string): { title: string; source: string }[] {
  const bare = cell.replace(/\([^)]*\)/g, '');
  return bare.split(';').flatMap((part) => {
    const [, name = '', rest = ''] = /^\s*(\w+): (.+)$/.exec(part) ?? [];
    const file = ELSEWHERE[name] ?? join(HERE, document, `${name}.test.ts`);
    if (!existsSync(file)) return [];
    const source = readFileSync(file, 'utf8');
    const titles = rest.split(/, /).map((title) => title.replace('…', '').trim());
    return titles.map((title) => ({ title, source }));
  });
}

describe.each(documents)('the promises of %s', (document) => {
  const rows = rowsOf(document);

  it('are numbered without gaps', () => {
    const ranges = rows.map(([numbers = '']) => range(numbers));
    expect(ranges.length).toBeGreaterThan(10);
    for (const [index, [first]] of ranges.entries()) expect(first).toBe((ranges[index - 1]?.[1] ?? 0) + 1);
  });

  it('name tests that exist', () => {
    const files = rows.flatMap(([, , cell = '']) => [...cell.matchAll(/`([\w/.-]+\.test\.ts)`/g)]);
    for (const [, path = ''] of files) {
      const places = ['', 'test', join(HERE, document)].map((folder) => join(folder, path));
      expect(places.some(existsSync), path).toBe(true);
    }
    const titles = rows.flatMap(([, , cell = '']) => titlesIn(document, cell));
    expect(titles.filter(({ title, source }) => !source.includes(title)).map(({ title }) => title)).toEqual([]);
  });
});
