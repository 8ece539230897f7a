import type { Plugin } from 'esbuild';

/**
 * Keeps what the SDK exports in a file of its own beside the doors that use it: the root, which exports it once more as
 * `okta`, and `oktajs`. In one file with the root, that namespace would be an object of everything, and bundlers could
 * leave nothing out.
 *
 * @returns plugin for esbuild; `src/sdk.ts` must be an entry point
 */
export function sdkApart(): Plugin {
  return {
    name: 'sdk-apart',
    setup: ({ onResolve }) => {
      onResolve({ filter: /\/sdk\.js$/ }, ({ importer }) =>
        /[\\/]src[\\/](?:index\.ts|compat[\\/]oktajs[\\/].+)$/.test(importer)
          ? { path: './sdk.js', external: true }
          : undefined,
      );
    },
  };
}
