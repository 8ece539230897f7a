import type { BuildOptions } from 'esbuild';

/**
 * How to build the command that rewrites older programs: one file with its parser in it, as nothing else needs that.
 *
 * @param out - folder
 * @returns options for esbuild; minified, since nobody steps through a command that runs once
 */
export function migrateCommand(out: string) {
  return {
    entryPoints: ['src/okta-migrate.ts'],
    outfile: `${out}/okta-migrate.js`,
    format: 'esm',
    minify: true,
  } satisfies BuildOptions;
}
