import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'esbuild';

const TWIN = '.portable.ts';

/**
 * Files that need Node and the twins that stand for them elsewhere: `src/a/b.ts` and `src/a/b.portable.ts`.
 *
 * @returns both of each pair, as entry points, so that each becomes a file of its own in `dist/`
 */
export function twinFiles(): string[] {
  return twins().flatMap((twin) => [twin.replace(TWIN, '.ts'), twin]);
}

/**
 * Leaves the choice between twins to whoever loads or bundles the package: `imports` in package.json maps `#on/a/b` to
 * `dist/a/b.js` with the condition `node`, and to `dist/a/b.portable.js` without it.
 *
 * @returns plugin for esbuild
 * @see https://nodejs.org/api/packages.html#subpath-imports
 */
export function portableTwins(): Plugin {
  const names = new Map(twins().map((twin) => [nameOf(twin), twin.replace(/^src\//, '').replace(TWIN, '')]));
  const filter = new RegExp(`(?:^|/)(?:${[...names.keys()].join('|')})\\.js$`);
  return {
    name: 'portable-twins',
    setup: ({ onResolve }) => {
      onResolve({ filter }, ({ path }) => ({ path: `#on/${names.get(basename(path, '.js'))}`, external: true }));
    },
  };
}

/** Names of twins are unique, so that the end of a path tells which is meant. */
function nameOf(twin: string): string {
  return basename(twin, TWIN);
}

function twins(): string[] {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith(TWIN)).map((path) => `src/${path.replaceAll('\\', '/')}`);
}
