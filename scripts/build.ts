import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

/** Doors of the package: `src/<name>.ts` becomes `dist/<name>.js` and `dist/<name>.cjs`. */
const DOORS = ['index', 'emulator'];

/** `npm run build`: JavaScript for both module systems, and types, unless `--no-types`. */
async function main(): Promise<void> {
  const withTypes = !process.argv.includes('--no-types');
  rmSync(withTypes ? 'dist' : 'dist/chunks', { recursive: true, force: true });
  const shared = {
    entryPoints: DOORS.map((name) => `src/${name}.ts`),
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  } as const;
  await Promise.all([
    build({ ...shared, format: 'esm', splitting: true, chunkNames: 'chunks/[name]-[hash]' }),
    build({ ...shared, format: 'cjs', outExtension: { '.js': '.cjs' } }),
  ]);
  if (!withTypes) return;
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
}

await main();
