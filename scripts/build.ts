import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { CONSTRUCTOR_DOOR, constructorDoor } from './lib/package/constructor-door.js';
import { writeDeclarations } from './lib/package/declarations.js';
import { portableTwins, twinFiles } from './lib/package/portable-twins.js';
import { sdkApart } from './lib/package/sdk-apart.js';

/** Doors of the package: `src/<name>.ts` becomes `dist/<name>.js` and `dist/<name>.cjs`. */
const DOORS = ['index', 'emulator', 'polyfill'];

/** Commands: `dist/<name>.js` alone, as nobody requires a command. */
const COMMANDS = ['okta-emulator'];

/**
 * `npm run build`: JavaScript for both module systems, and types, unless `--no-types`, into `dist/` or `--out <folder>`.
 *
 * No source maps: they would be as large as the code, and the code is not minified, so that traces can be read.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'no-types': { type: 'boolean' }, out: { type: 'string', default: 'dist' } },
  });
  const { 'no-types': withoutTypes, out } = values;
  rmSync(withoutTypes ? `${out}/chunks` : out, { recursive: true, force: true });
  const shared = {
    entryPoints: DOORS.map((name) => `src/${name}.ts`),
    outdir: out,
    bundle: true,
    external: runtimeDependencies(),
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  } as const;
  await Promise.all([
    build({
      ...shared,
      entryPoints: [
        ...[...DOORS, CONSTRUCTOR_DOOR.name, ...COMMANDS, 'sdk'].map((name) => `src/${name}.ts`),
        ...twinFiles(),
      ],
      plugins: [portableTwins(), sdkApart()],
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
    }),
    build({ ...shared, ...commonJs() }),
    build({ ...shared, ...commonJs(), ...constructorDoor() }),
  ]);
  if (!withoutTypes) await writeDeclarations(out);
}

/**
 * CommonJS loads with `require` alone: test runners like Jest cannot import. jose exists only as an ES module, so it is
 * built in here; it runs with its first use.
 */
function commonJs() {
  return {
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.url': '__filename' },
    supported: { 'dynamic-import': false },
    external: runtimeDependencies().filter((name) => name !== 'jose'),
  } as const;
}

/** What users install along; everything else that the package needs is built in. */
function runtimeDependencies(): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies?: object };
  return Object.keys(dependencies);
}

await main();
