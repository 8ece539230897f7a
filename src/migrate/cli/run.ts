import { sep } from 'node:path';
import { VERSION } from '../../version.js';
import { readMigrateFacts } from '../facts.js';
import { type Migrated, migrateProgram } from '../migrate-program.js';
import { Program } from '../program/program.js';
import { type Arguments, Misuse, readArguments, USAGE } from './arguments.js';
import { findFiles } from './find-files.js';
import { type Fault, report } from './report.js';
import { readSource, type SourceFile, writeSource } from './source-file.js';

/** What the command talks to. */
export interface Surroundings {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Exit codes. */
const DONE = 0;
const LEFT = 1;
const MISUSED = 2;

/**
 * Runs the command.
 *
 * @param args - behind the name of the command
 * @param surroundings - where it prints
 * @returns the exit code
 */
export async function run(args: readonly string[], { out, err }: Surroundings): Promise<number> {
  try {
    const wanted = readArguments(args);
    if (wanted.help) out(USAGE.trimEnd());
    else if (wanted.version) out(VERSION);
    else return await migrate(wanted, out);
    return DONE;
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    err(`okta-migrate: ${error.message}`);
    return MISUSED;
  }
}

async function migrate({ paths, include, exclude, dryRun }: Arguments, out: (line: string) => void): Promise<number> {
  const found = await Promise.all(paths.map((path) => findFiles({ path, include, exclude })));
  const { program, sources, faults } = await load([...new Set(found.flat())]);
  const migrated = migrateProgram(program, readMigrateFacts());
  if (!dryRun) faults.push(...(await write(migrated, sources)));
  for (const line of report({ migrated, sources, faults, dryRun })) out(line);
  const isLeft = migrated.some(({ findings }) => findings.some(({ kind }) => kind === 'left'));
  return isLeft || faults.length > 0 ? LEFT : DONE;
}

async function load(paths: readonly string[]) {
  const program = new Program(readMigrateFacts());
  const sources = new Map<string, SourceFile>();
  const faults: Fault[] = [];
  for (const path of paths) {
    const name = path.split(sep).join('/');
    try {
      const source = await readSource(path);
      program.add(name, source.text);
      sources.set(name, source);
    } catch (error) {
      faults.push({ path: name, reason: reasonOf(error) });
    }
  }
  return { program, sources, faults };
}

async function write(migrated: readonly Migrated[], sources: ReadonlyMap<string, SourceFile>): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { path, text } of migrated) {
    const source = sources.get(path);
    if (source === undefined || source.text === text) continue;
    await writeSource(source, text).catch((error: unknown) => faults.push({ path, reason: reasonOf(error) }));
  }
  return faults;
}

function reasonOf(error: unknown): string {
  if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return 'it is not UTF-8';
  }
  return error instanceof Error ? error.message : String(error);
}
