import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const SDK = resolve('src/sdk.ts');

/** The core, what is shared, and what is no export but shared as well. */
const ALREADY_THERE = ['src/core.ts', 'src/shared.ts', 'src/http/printable.ts'].map(
  (path) => `import ${JSON.stringify(resolve(path))};`,
);

/** Entry points that the SDK loads later, or that load all of it. */
const WITH_ALL = /[\\/]src[\\/](?:sdk|oktajs|transport[\\/]default-transport(?:\.portable)?)\.ts$/;

/** Folders whose dynamic imports are parts of the SDK. */
const OF_THE_SDK = /[\\/]src[\\/](?!emulator[\\/])/;

/**
 * Keeps what every program needs in files of its own, apart from the rest that the SDK exports and from the parts of it
 * that are loaded later.
 *
 * Both are told apart here because the bundler makes a file for each set of files that share something, and does not
 * know what is loaded when: it must hear that the core is there before the rest is. Otherwise importing the SDK reads a
 * dozen small files. And the rest must stand beside the core, not before it: bundlers of users that meet a file which
 * exports both take along what both lead to.
 *
 * @returns plugin for esbuild; `src/core.ts` and `src/sdk.ts` must be entry points
 * @see https://esbuild.github.io/api/#splitting
 */
export function coreApart(): Plugin {
  return {
    name: 'core-apart',
    setup: ({ initialOptions, onLoad, onResolve }) => {
      // The bundler heeds the imports that are added below, but leaves them out again: nothing has side effects.
      initialOptions.logOverride = { ...initialOptions.logOverride, 'ignored-bare-import': 'silent' };
      onResolve({ filter: /^\.\/core\.js$/ }, ({ importer }) =>
        importer === SDK ? { path: './core.js', external: true } : undefined,
      );
      onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, importer }) => {
        const isLater = kind === 'dynamic-import' && OF_THE_SDK.test(importer);
        if (!isLater) return undefined;
        return { path: resolve(dirname(importer), path.replace(/\.js$/, '.ts')), pluginData: { isLater } };
      });
      onLoad({ filter: /\.ts$/ }, ({ path, pluginData }) => {
        if (!pluginData?.isLater && !WITH_ALL.test(path)) return undefined;
        return { contents: [readFileSync(path, 'utf8'), ...ALREADY_THERE].join('\n'), loader: 'ts' };
      });
    },
  };
}
