import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { GeneratorInput } from '../prepare/generator-input.js';

const require = createRequire(import.meta.url);

/** Where the generator reads and writes. */
export interface GeneratorRun {
  /** The prepared description. */
  readonly input: GeneratorInput;
  readonly templates: string;
  /** Emptied first. */
  readonly output: string;
}

const SUPPORTING = [
  'index.ts',
  'dates.ts',
  'rows.ts',
  'client-apis.ts',
  'v4-names.ts',
  'v4-rows.ts',
  'v4-types.ts',
  'README.md',
  'Models.md',
];

/**
 * Lets openapi-generator print the templates.
 *
 * @param run - input, templates, output
 * @throws Error with what the generator said, e.g. that Java is missing
 */
export function runGenerator({ input, templates, output }: GeneratorRun): void {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const description = join(output, 'input.json');
  const config = join(output, 'config.json');
  writeFileSync(description, JSON.stringify(input));
  writeFileSync(config, JSON.stringify({ ...readFiles(templates), modelNameMappings: ownNames(input) }));
  const printed = [
    'apis',
    'models',
    'apiDocs=true',
    'modelDocs=false',
    'apiTests=false',
    `supportingFiles=${SUPPORTING.join(':')}`,
  ];
  const options = ['-g', 'typescript', '-i', description, '-t', templates, '-o', output, '-c', config];
  generatorCli(['generate', ...options, '--global-property', printed.join(','), '--skip-validate-spec']);
}

function readFiles(templates: string): object {
  return JSON.parse(readFileSync(join(templates, 'files.json'), 'utf8'));
}

/** Without this the generator renames types that it takes for TypeScript's own, e.g. `Parameters`. */
function ownNames({ components }: GeneratorInput): Record<string, string> {
  return Object.fromEntries(Object.keys(components.schemas).map((name) => [name, name]));
}

/** Neither a warning nor the line of minified source that Node prints with an error. */
function isTelling(line: string): boolean {
  return !line.includes('WARN') && line.length < 500;
}

function generatorCli(args: readonly string[]): void {
  const cli = require.resolve('@openapitools/openapi-generator-cli/main.js');
  try {
    execFileSync(process.execPath, [cli, ...args], { stdio: 'pipe', maxBuffer: 1 << 26 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    const said = `${stdout ?? ''}${stderr ?? ''}`.split('\n').filter(isTelling);
    throw new Error(`openapi-generator failed (it needs Java 11 or newer):\n${said.slice(-30).join('\n')}`, {
      cause: error,
    });
  }
}
