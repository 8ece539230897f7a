import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, build } from 'esbuild';
import { writeApiDoors } from './lib/package/api-doors.js';
import { builtInPackages, licencesOf } from './lib/package/built-in.js';
import { CONSTRUCTOR_DOOR, constructorDoor } from './lib/package/constructor-door.js';
import { coreApart } from './lib/package/core-apart.js';
import { writeDeclarations } from './lib/package/declarations.js';
import { emulatorApart, emulatorFile } from './lib/package/emulator-apart.js';
import { writeMemoryStoreDoor } from './lib/package/memory-store-door.js';
import { migrateCommand } from './lib/package/migrate-command.js';
import { platformFiles, portableTwins, transportFiles } from './lib/package/portable-twins.js';
import { type Lock, sbom } from './lib/package/sbom.js';
import { sdkApart } from './lib/package/sdk-apart.js';
import { withoutComments } from './lib/package/without-comments.js';

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
    bundle: true,
    metafile: true,
    external: runtimeDependencies(),
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  } as const;
  const results = await Promise.all([
    build(await coreApart({ ...shared, ...esModules(out) })),
    build({
      ...shared,
      ...commonJs(),
      outdir: out,
      entryPoints: DOORS.map(source),
      plugins: [emulatorApart(), withoutComments()],
    }),
    build({ ...shared, ...commonJs(), outdir: out, ...constructorDoor() }),
    build({ ...shared, ...commonJs(), ...emulatorFile(out) }),
    build({ ...shared, ...migrateCommand(out) }),
    ...platformFiles(out).map((file) => build({ ...shared, format: 'esm', ...file })),
  ]);
  writeApiDoors(out, !withoutTypes);
  writeMemoryStoreDoor(out, !withoutTypes);
  writePapers(out, builtInPackages(results));
  if (!withoutTypes) await writeDeclarations(out);
}

function esModules(outdir: string) {
  return {
    outdir,
    entryPoints: [...[...DOORS, CONSTRUCTOR_DOOR.name, ...COMMANDS, 'sdk', 'core'].map(source), ...transportFiles()],
    plugins: [portableTwins(), sdkApart(), emulatorApart(), withoutComments()],
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  } satisfies BuildOptions;
}

/** What tells of the packages of others. */
function writePapers(out: string, builtIn: readonly string[]): void {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  writeFileSync(join(out, 'LICENSES.txt'), licencesOf(builtIn));
  writeFileSync(join(out, 'sbom.cdx.json'), `${JSON.stringify(sbom(lock, builtIn), null, 2)}\n`);
}

const source = (name: string): string => `src/${name}.ts`;

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
