import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { pack, unpack } from '../package/pack.js';

const CONSUMERS = resolve('test/runtimes/consumers');
const PLACE = resolve('build/runtimes');
const PACKAGE = join(PLACE, 'node_modules/@okta/okta-sdk-nodejs');

/** A folder with the consumers, the packed package, and the tools that they need. */
export interface Workplace {
  readonly folder: string;
  /** Whether the large tools that are no devDependencies could be installed. */
  readonly hasTools: boolean;
}

/**
 * Lays out the consumers. Runtimes and bundlers of hundreds of megabytes come from the registry, once.
 *
 * @returns where they are
 * @throws Error in CI if tools cannot be installed
 */
export function layOut(): Workplace {
  mkdirSync(PLACE, { recursive: true });
  rmSync(join(PLACE, 'out'), { recursive: true, force: true });
  const hasTools = installTools();
  cpSync(CONSUMERS, PLACE, { recursive: true });
  copyFileSync(join(PLACE, 'main.js'), join(PLACE, 'main.ts'));
  const main = readFileSync(join(PLACE, 'main.js'), 'utf8');
  writeFileSync(join(PLACE, 'commonjs.cts'), main.replace('scenario.js', 'scenario.cjs'));
  mkdirSync(join(PLACE, 'commonjs'), { recursive: true });
  writeFileSync(join(PLACE, 'commonjs/package.json'), '{ "type": "commonjs" }');
  writeFileSync(join(PLACE, 'commonjs/main.ts'), main.replace('./scenario.js', '../scenario.cjs'));
  const scenario = readFileSync(join(PLACE, 'scenario.js'), 'utf8');
  writeFileSync(join(PLACE, 'scenario.cjs'), transformSync(scenario, { format: 'cjs' }).code);
  unpack(pack({ stage: 'build/runtimes-package', withTypes: false }).tarball, PACKAGE);
  return { folder: PLACE, hasTools };
}

function installTools(): boolean {
  const wanted = readFileSync(join(CONSUMERS, 'package.json'), 'utf8');
  const installed = join(PLACE, 'node_modules/installed.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return true;
  writeFileSync(join(PLACE, 'package.json'), wanted);
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], {
      cwd: PLACE,
    });
  } catch (error) {
    if (process.env['CI']) throw error;
    console.warn(`Runtimes and bundlers are not tested, as npm cannot install them: ${(error as Error).message}`);
    return false;
  }
  writeFileSync(installed, wanted);
  return true;
}

/**
 * Runs a program among the consumers.
 *
 * @param command - `node`, a version of it like `node22`, or the name of a tool
 * @param args - of it
 * @param org - what the scenario is given
 * @returns what it printed or wrote as its outcome; `undefined` if nothing
 * @throws Error with what it printed, if it fails
 */
export async function run(command: string, args: readonly string[], org: object = {}): Promise<unknown> {
  const file = join(PLACE, 'out', `outcome-${args.join('-').replace(/\W+/g, '-')}.txt`);
  mkdirSync(join(PLACE, 'out'), { recursive: true });
  const { NODE_OPTIONS: _, VITEST: __, ...inherited } = process.env;
  const env = { ...inherited, ORG: JSON.stringify(org), OUTCOME_FILE: file };
  const child = spawn(pathOf(command), args, { cwd: PLACE, env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed += text;
    });
  }
  const status = await new Promise((end, reject) => child.on('close', end).on('error', reject));
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${printed}`);
  return outcomeIn(existsSync(file) ? readFileSync(file, 'utf8') : printed);
}

function outcomeIn(text: string): unknown {
  const line = text.split('\n').find((candidate) => candidate.startsWith('OUTCOME '));
  return line && JSON.parse(line.slice('OUTCOME '.length));
}

/**
 * @param command - `node`, a version of it like `node22`, or the name of a tool
 * @returns path of the program: one that was installed for the consumers, else one of the SDK's own tools
 */
export function pathOf(command: string): string {
  if (command === 'node') return process.execPath;
  if (/^node\d+$/.test(command)) return join(PLACE, 'node_modules', command, 'bin/node');
  const places = [join(PLACE, 'node_modules/.bin', command), resolve('node_modules/.bin', command)];
  return places.find(existsSync) ?? command;
}
