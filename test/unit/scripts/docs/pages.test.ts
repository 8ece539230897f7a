import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rows } from '../../../../generated/management/rows.js';
import { anchorsOf, DOCS, linksOf, readPages } from './read-pages.js';

const pages = readPages();
const anchors = new Map([...pages].map(([name, page]) => [name, anchorsOf(page)]));

describe('the doc pages', () => {
  it('have one for each Api class, the index and the list of types', () => {
    expect([...pages.keys()].sort()).toEqual(
      [...Object.keys(rows).map((api) => `${api}.md`), 'Models.md', 'README.md'].sort(),
    );
  });

  it('list every method, and have a section for each', () => {
    for (const [api, methods] of Object.entries(rows)) {
      const page = pages.get(`${api}.md`) ?? '';
      const sections = [...page.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
      const listed = [...page.matchAll(/^\| \[`(\w+)`\]/gm)].map(([, name]) => name);
      expect(sections, api).toEqual(Object.keys(methods));
      expect(listed, api).toEqual(sections);
    }
  });

  it('link to files and anchors that exist', () => {
    expect([...pages].flatMap(([name, page]) => linksOf(page).flatMap((link) => fault(name, link)))).toEqual([]);
  });

  it('have tables whose rows have as many cells as their heads', () => {
    const broken = [...pages].flatMap(([name, page]) =>
      [...page.matchAll(/(?:^\|.*\n)+/gm)].flatMap(([table]) => {
        const counts = table
          .trimEnd()
          .split('\n')
          .map((line) => line.match(/(?<!\\)\|/g)?.length);
        return new Set(counts).size > 1 ? [`${name}: ${table.split('\n')[0]}`] : [];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('say something about every parameter, method and class', () => {
    const silent = [...pages].flatMap(([name, page]) =>
      page
        .split('\n')
        .flatMap((line) => (/^\| \S+ \|.*\|\s+\|/.test(line) && !/^\| \d{3} /.test(line) ? [`${name}: ${line}`] : [])),
    );
    expect(silent).toEqual([]);
  });

  it('are small enough for GitHub to show', () => {
    for (const [name, page] of pages) expect(Buffer.byteLength(page), name).toBeLessThan(500_000);
  });

  it('hold no raw HTML but anchors, and no template that was not filled', () => {
    for (const [name, page] of pages) {
      const words = page.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`]*`/g, '');
      expect(words.replace(/<a id="[^"]+"><\/a>|^<!--.*-->$/gm, ''), name).not.toMatch(/<|\{\{|undefined|\[object/);
    }
  });
});

function fault(page: string, link: string): string[] {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : file;
  if (/^https?:/.test(link)) return [];
  if (!existsSync(join(DOCS, target))) return [`${page}: ${link}: no such file`];
  return anchor === undefined || anchors.get(target)?.has(anchor) ? [] : [`${page}: ${link}: no such anchor`];
}
