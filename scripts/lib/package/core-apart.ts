import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';

const SDK = resolve('src/sdk.ts');

/** Entry points that the SDK loads later, or that load all of it. */
const WITH_ALL = /[\\/]src[\\/](?:sdk|oktajs|transport[\\/]default-transport(?:\.portable)?)\.ts$/;

/** Folders whose dynamic imports are parts of the SDK. */
const OF_THE_SDK = /[\\/]src[\\/](?!emulator[\\/])/;

/**
 * Keeps what every program needs in a file of its own, and all that its other files share in a second one.
 *
 * Both are told apart here because the bundler makes a file for each set of files that share something, and does not
 * know what is loaded when: it must hear that all of it is there before the rest is. Otherwise the first call reads two
 * dozen small files. And the rest must stand beside the core, not before it: bundlers of users that meet a file which
 * exports both take along what both lead to.
 *
 * @param options - the build without this plugin, whose plugins go before it
 * @returns the build with it; `src/core.ts` and `src/sdk.ts` must be entry points
 * @see https://esbuild.github.io/api/#splitting
 */
export async function coreApart(options: BuildOptions): Promise<BuildOptions & { metafile: true }> {
  const { metafile } = await build({ ...options, metafile: true, write: false });
  return { ...options, metafile: true, plugins: [...(options.plugins ?? []), alreadyThere(sharedIn(metafile))] };
}

/** What the bundler would spread over files, one for each set of files that share something. */
function sharedIn({ outputs }: Metafile): string[] {
  const shared = Object.values(outputs).filter(({ entryPoint }) => entryPoint === undefined);
  return shared.flatMap(({ inputs }) => Object.keys(inputs)).map((path) => resolve(path));
}

function alreadyThere(paths: readonly string[]): Plugin {
  const imports = [resolve('src/core.ts'), ...paths].map((path) => `import ${JSON.stringify(path)};`);
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
        return { contents: [readFileSync(path, 'utf8'), ...imports].join('\n'), loader: 'ts' };
      });
    },
  };
}
