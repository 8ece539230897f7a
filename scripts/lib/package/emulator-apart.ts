import { resolve } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

/** The one file that holds the emulator, from the folder of the doors. */
const FILE = './chunks/emulator.cjs';

const DOOR = ['emulator', 'okta-emulator'].map((name) => resolve(`src/${name}.ts`));

/**
 * How to build the emulator: once, for everybody. It runs in Node alone, where ES modules may import what is made for
 * `require`; what it knows of the description is larger than the SDK.
 *
 * @param folder - where the doors are
 * @returns options for esbuild, beside those for CommonJS
 */
export function emulatorFile(folder: string) {
  const contents = `
    export { createEmulator } from './src/emulator/create-emulator.js';
    export { run } from './src/emulator/cli/run.js';`;
  return {
    stdin: { contents, resolveDir: resolve('.'), loader: 'ts' },
    outfile: resolve(folder, FILE),
  } satisfies BuildOptions;
}

/**
 * Leaves the emulator out of its door and of its command, which take it from its own file.
 *
 * @returns plugin for esbuild
 */
export function emulatorApart(): Plugin {
  return {
    name: 'emulator-apart',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\/emulator\// }, ({ importer }) =>
        DOOR.includes(importer) ? { path: FILE, external: true } : undefined,
      );
    },
  };
}
