import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../support/compile.js';

const SNIPPET = /```ts\n([\s\S]*?)```/g;
const IMPORT = /^import .*;$/gm;

/** Written by hand, with programs that no other test runs. */
const pages = readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'python.md');

/** What the pages take for granted. */
const GIVEN = `
import { readFileSync } from 'node:fs';
import { okta } from '../../src/index.js';
declare const client: okta.Client;
declare const orgUrl: string, token: string, id: string, userId: string, name: string, filter: string;
declare const since: Date;
declare const userIds: readonly string[];
declare const signal: AbortSignal;
declare const checkpoint: okta.Checkpoint;
declare const log: Record<'debug' | 'info' | 'warn', (fields: object, text: string) => void>;
declare const metrics: { record(name: string | undefined, status: number, durationMs: number): void };
declare const kms: { sign(input: Uint8Array): Promise<Uint8Array> };
declare function getTokenFromSomewhere(): Promise<string>;
declare function load(): Promise<string | undefined>;
declare function save(cursor: string | undefined): Promise<void>;
declare function store(value: unknown): Promise<void>;
`;

function textOf(page: string): string {
  return readFileSync(`docs/${page}`, 'utf8');
}

/** One program of all snippets, each in a function of its own. */
function programOf(snippets: readonly string[]): string {
  const imports = new Set(snippets.flatMap((code) => code.match(IMPORT) ?? []));
  const others = [...imports].filter((line) => !line.includes('@okta/okta-sdk-nodejs'));
  // The client that most programs use is the part of `redis` that does it.
  const found = others.map((line) => line.replace("'redis'", "'@redis/client'"));
  const functions = snippets.map((code, index) => `export async function s${index}() {\n${code.replace(IMPORT, '')}}`);
  return [...found, GIVEN, ...functions].join('\n');
}

describe('programs of the pages', () => {
  const snippets = pages.flatMap((page) => [...textOf(page).matchAll(SNIPPET)].map(([, code = '']) => code));

  it('are found', () => expect(snippets.length).toBeGreaterThan(30));

  it('compile', () => expect(compile(programOf(snippets))).toEqual([]), 60_000);
});
