import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

const END = '.portable';

/** The twin that is loaded with the first call, as it is large: it has files of its own. */
const TRANSPORT = 'transport/default-transport';

/** What the others become together: importing the SDK reads one file instead of many. */
const PLATFORM = 'platform';

/**
 * @returns entry points for the twins that have files of their own
 */
export function transportFiles(): string[] {
  return [`src/${TRANSPORT}.ts`, `src/${TRANSPORT}${END}.ts`];
}

/**
 * How to build what programs need of their platform at once: a file for Node, and one for browsers and workers.
 *
 * @param folder - where the doors are
 * @returns options for esbuild, one each, beside those for ES modules
 */
export function platformFiles(folder: string) {
  return ['', END].map((end) => {
    const contents = together().map((twin) => `export * from './src/${twin}${end}.js';`);
    return {
      stdin: { contents: contents.join('\n'), resolveDir: resolve('.'), loader: 'ts' },
      outfile: resolve(folder, `${PLATFORM}${end}.js`),
    } satisfies BuildOptions;
  });
}

/**
 * Files that need Node and the twins that stand for them elsewhere: `src/a/b.ts` and `src/a/b.portable.ts`. The choice
 * between them is left to whoever loads or bundles the package: `imports` in package.json maps `#on/name` to
 * `dist/name.js` with the condition `node`, and to `dist/name.portable.js` without it.
 *
 * @returns plugin for esbuild
 * @see https://nodejs.org/api/packages.html#subpath-imports
 */
export function portableTwins(): Plugin {
  const names = new Map([TRANSPORT, ...together()].map((twin) => [basename(twin), twin]));
  const filter = new RegExp(`(?:^|/)(?:${[...names.keys()].join('|')})\\.js$`);
  return {
    name: 'portable-twins',
    setup: ({ onResolve }) => {
      onResolve({ filter }, ({ path }) => {
        const isTransport = names.get(basename(path, '.js')) === TRANSPORT;
        return { path: `#on/${isTransport ? TRANSPORT : PLATFORM}`, external: true };
      });
    },
  };
}

/** Their names are unique, so that the end of a path tells which is meant. */
function together(): string[] {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const twins = paths.filter((path) => path.endsWith(`${END}.ts`)).sort();
  return twins.map((path) => path.replaceAll('\\', '/').replace(`${END}.ts`, '')).filter((twin) => twin !== TRANSPORT);
}
