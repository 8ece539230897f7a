import { basename, extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type ImportOrder, importDescription } from './lib/import/import-description.js';
import { outcomeJson, outcomeText } from './lib/import/outcome-text.js';
import { SpecError } from './lib/import/spec-error.js';

const USAGE = 'Usage: npm run spec:import -- <file> [--as <document>] [--supplement <name>] [--check] [--json]';

/** Names become file names. */
const NAME = /^[a-z0-9][a-z0-9-]*$/;

const OPTIONS = {
  as: { type: 'string' },
  supplement: { type: 'string' },
  check: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

class UsageError extends Error {}

function readArguments(args: string[]): { order: ImportOrder; json: boolean } {
  const { values, positionals } = parse(args);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('Give one file.');
  const { supplement, check, json, as: document = basename(file, extname(file)) } = values;
  for (const name of [document, supplement ?? 'none']) {
    if (!NAME.test(name)) throw new UsageError(`"${name}" is no name: lower-case letters, digits and hyphens only.`);
  }
  return { order: { file, document, supplement, check, dir: join(process.cwd(), 'spec') }, json };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

async function main(args: string[]): Promise<void> {
  const { order, json } = readArguments(args);
  const outcome = await importDescription(order);
  const written = outcome.written.map((path) => relative(process.cwd(), path));
  process.stdout.write((json ? outcomeJson : outcomeText)({ ...outcome, written }));
}

/** What went wrong, without a stack where the user can help it. */
function messageOf(error: unknown): unknown {
  if (error instanceof SpecError) return error.message;
  return error instanceof UsageError ? `${error.message}\n${USAGE}` : error;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
