import { readFileSync } from 'node:fs';
import { type Plugin, transform } from 'esbuild';

/** Classes of generated Apis. */
const APIS = /[\\/]generated[\\/]management[\\/]apis[\\/]\w+Api\.ts$/;

/**
 * Leaves out the comments of generated classes, which make up more than half of them and stand in the declarations, too:
 * every program would have to read over them to start.
 *
 * @returns plugin for esbuild
 */
export function withoutComments(): Plugin {
  return {
    name: 'without-comments',
    setup: ({ onLoad }) => {
      onLoad({ filter: APIS }, async ({ path }) => {
        // What this takes away besides comments, the bundler prints again.
        const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'ts', minifyWhitespace: true });
        return { contents: code, loader: 'js' };
      });
    },
  };
}
