import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

/** Doors of the package: `src/<name>.ts` becomes `dist/<name>.js` and `dist/<name>.cjs`. */
const DOORS = ['index', 'emulator', 'okta-emulator'];

/** `npm run build`: JavaScript for both module systems, and types, unless `--no-types`. */
async function main(): Promise<void> {
  const withTypes = !process.argv.includes('--no-types');
  rmSync(withTypes ? 'dist' : 'dist/chunks', { recursive: true, force: true });
  const shared = {
    entryPoints: DOORS.map((name) => `src/${name}.ts`),
    outdir: 'dist',
    bundle: true,
    external: runtimeDependencies(),
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  } as const;
  await Promise.all([
    build({ ...shared, format: 'esm', splitting: true, chunkNames: 'chunks/[name]-[hash]' }),
    build({ ...shared, ...commonJs() }),
  ]);
  if (!withTypes) return;
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
}

/**
 * CommonJS loads with `require` alone: test runners like Jest cannot import. jose exists only as an ES module, so it is
 * built in here; it runs with its first use.
 */
function commonJs() {
  return {
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.url': '__filename' },
    supported: { 'dynamic-import': false },
    external: runtimeDependencies().filter((name) => name !== 'jose'),
  } as const;
}

/** What users install along; everything else that the package needs is built in. */
function runtimeDependencies(): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies?: object };
  return Object.keys(dependencies);
}

await main();
