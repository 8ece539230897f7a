import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { CONSTRUCTOR_DOOR, constructorTypes } from './constructor-door.js';
import { exportInPlace } from './export-in-place.js';
import { withPlatformTypes } from './platform-types.js';

/** Beside `index`, which adds the namespace `okta` to what `sdk` has. */
const ROLLED = ['sdk', 'emulator'];

/** Everything that leaves nothing at run time. */
const MODELS = `export * from '../generated/management/models/index.js';
export type { UnknownTag } from './api/unknown-tag.js';
`;

/** Leaves models to their own file. */
const besideModels: Plugin = {
  name: 'beside-models',
  resolveId: (path) =>
    /\bmodels\/\w+\.js$|\/unknown-tag\.js$/.test(path) ? { id: './models.cjs', external: true } : undefined,
};

/** The door for programs of old takes its types from the SDK's, so that both know the same classes. */
const besideSdk: Plugin = {
  name: 'beside-sdk',
  resolveId: (path) => (/\/sdk\.js$/.test(path) ? { id: './sdk.js', external: true } : undefined),
};

/**
 * Writes the types of the package: two files per door, as a compiler takes `.d.ts` for an ES module and `.d.cts` for
 * what is required. One large file is read several times faster than a thousand small ones. An ES module may import what
 * is required: a class is then the same type to both, and what users add to a model is known to both.
 *
 * @param folder - where the JavaScript is
 */
export async function writeDeclarations(folder: string): Promise<void> {
  mkdirSync('build', { recursive: true });
  const single = mkdtempSync('build/declarations-');
  try {
    const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', single];
    execFileSync(process.execPath, compiler, { stdio: 'inherit' });
    const path = (door: string) => join(single, `src/${door}.d.ts`);
    writeFileSync(path('models'), MODELS);
    writeFileSync(join(folder, 'models.d.cts'), await roll(path('models')));
    for (const door of ROLLED) writeDoor(folder, door, await roll(path(door), besideModels));
    writeDoor(folder, 'index', readFileSync(path('index'), 'utf8').replaceAll(".js'", ".cjs'"));
    writeDoor(folder, 'polyfill', 'export {};\n');
    const text = inOneList(await bundle(path(CONSTRUCTOR_DOOR.name), besideSdk));
    writeFileSync(join(folder, `${CONSTRUCTOR_DOOR.name}.d.ts`), text);
    writeFileSync(join(folder, `${CONSTRUCTOR_DOOR.name}.d.cts`), constructorTypes(text));
  } finally {
    rmSync(single, { recursive: true });
  }
}

async function roll(input: string, ...plugins: Plugin[]): Promise<string> {
  const text = await bundle(input, ...plugins);
  return withPlatformTypes(exportInPlace(text, readFileSync(input, 'utf8')));
}

async function bundle(input: string, ...plugins: Plugin[]): Promise<string> {
  const build = await rollup({ input, plugins: [...plugins, dts()], external: /^node:/ });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  return output[0].code;
}

/** Values and types, which the bundler lists apart. */
function inOneList(text: string): string {
  return text.replace(/^export \{ ([^}]*) \};\nexport type \{ ([^}]*) \};/m, (_, values: string, types: string) => {
    return `export { ${values}, ${types.replace(/\w+/g, 'type $&')} };`;
  });
}

/** The types of a door stand in `.d.cts`; `.d.ts` gives the same ones, so that nothing is there twice. */
function writeDoor(folder: string, door: string, text: string): void {
  writeFileSync(join(folder, `${door}.d.cts`), text);
  writeFileSync(join(folder, `${door}.d.ts`), `export * from './${door}.cjs';\n`);
}
