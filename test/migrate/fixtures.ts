import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readMigrateFacts } from '../../src/migrate/facts.js';
import type { Finding } from '../../src/migrate/finding.js';
import { type Migrated, migrateProgram } from '../../src/migrate/migrate-program.js';
import { Program } from '../../src/migrate/program/program.js';

/** Folder of the fixtures: programs as `<file>.before` and `<file>.after`, what is left to people in `findings`. */
export const FIXTURES = 'test/fixtures/migrate';

const facts = readMigrateFacts();

/** A program before and after. */
export interface Fixture {
  readonly name: string;
  /** By path in the program. */
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** Lines; empty if there is nothing to say. */
  readonly findings: readonly string[];
}

/** @returns every fixture */
export function readFixtures(): Fixture[] {
  return readdirSync(FIXTURES).map((name) => {
    const files = readdirSync(join(FIXTURES, name), { recursive: true, encoding: 'utf8' });
    return {
      name,
      before: textsOf(name, files, '.before'),
      after: textsOf(name, files, '.after'),
      findings: files.includes('findings') ? linesOf(join(FIXTURES, name, 'findings')) : [],
    };
  });
}

function textsOf(name: string, files: readonly string[], ending: string): Map<string, string> {
  const wanted = files.filter((file) => file.endsWith(ending)).sort();
  return new Map(
    wanted.map((file) => [
      file.slice(0, -ending.length).split(sep).join('/'),
      readFileSync(join(FIXTURES, name, file), 'utf8'),
    ]),
  );
}

const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

/**
 * Migrates a program.
 *
 * @param files - texts by path
 * @returns what became of each
 */
export function migrateTexts(files: ReadonlyMap<string, string>): Migrated[] {
  const program = new Program(facts);
  for (const [path, text] of files) program.add(path, text);
  return migrateProgram(program, facts);
}

/**
 * @param migrated - of a program
 * @returns its texts by path
 */
export const textsAfter = (migrated: readonly Migrated[]): Map<string, string> =>
  new Map(migrated.map(({ path, text }) => [path, text]));

/**
 * @param migrated - of a program
 * @returns its findings, a line each
 */
export function findingLines(migrated: readonly Migrated[]): string[] {
  return migrated.flatMap(({ findings }) => findings.map(line));
}

function line({ path, line: row, column, kind, what, reason, write }: Finding): string {
  return `${path}:${row}:${column} ${kind} ${what}: ${reason}${write === undefined ? '' : ` -> ${write}`}`;
}
