import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slug } from '../../../../scripts/lib/docs/markdown.js';

/** Folder of the generated doc pages. */
export const DOCS = 'generated/management/docs';

/**
 * Reads all doc pages.
 *
 * @returns text by file name
 */
export function readPages(): ReadonlyMap<string, string> {
  return new Map(readdirSync(DOCS).map((name) => [name, readFileSync(join(DOCS, name), 'utf8')]));
}

/**
 * Everything that a link into a page may name.
 *
 * @param page - Markdown
 * @returns anchors of headings, a second one of the same name numbered, and explicit ones
 */
export function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = new Set([...page.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id));
  const seen = new Map<string, number>();
  for (const [, heading = ''] of withoutCode(page).matchAll(/^#{1,6} (.+)$/gm)) {
    const count = seen.get(slug(heading)) ?? 0;
    seen.set(slug(heading), count + 1);
    anchors.add(count === 0 ? slug(heading) : `${slug(heading)}-${count}`);
  }
  return anchors;
}

/**
 * The links of a page.
 *
 * @param page - Markdown
 * @returns targets, those in code left out
 */
export function linksOf(page: string): string[] {
  return [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

function withoutCode(page: string): string {
  return page.replace(/^```[\s\S]*?^```/gm, '');
}
