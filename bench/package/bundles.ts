import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const imports = (folder: string, names: string) => `export { ${names} } from './${folder}/index.js';`;
const worker: BuildOptions = {
  platform: 'browser',
  conditions: ['workerd', 'worker', 'browser'],
  external: ['node:*'],
};

/**
 * Bundles what programs import of the package, as they would with esbuild.
 *
 * @param folder - of the built package
 * @returns bytes of minified code by what is in it
 */
export async function bundleSizes(folder: string): Promise<Record<string, number>> {
  const { dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies?: object };
  const node: BuildOptions = { platform: 'node', external: Object.keys(dependencies) };
  return {
    'one Api for Node': await sizeOf(imports(folder, 'createConfiguration, UserApi'), node),
    'Client for Node': await sizeOf(imports(folder, 'Client'), node),
    'one Api for workers, everything in': await sizeOf(imports(folder, 'createConfiguration, UserApi'), worker),
  };
}

/**
 * Code that is loaded later is counted only for workers, which must bring it along.
 *
 * @see https://esbuild.github.io/api/#splitting
 */
async function sizeOf(contents: string, options: BuildOptions): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: resolve('.') },
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    outdir: 'build/bundle',
    logLevel: 'silent',
    ...options,
    write: false,
    metafile: true,
  });
  if (options.platform === 'browser') return outputFiles.reduce((sum, { contents: bytes }) => sum + bytes.length, 0);
  const { outputs } = metafile;
  const entry = Object.keys(outputs).find((name) => outputs[name]?.entryPoint) ?? '';
  const loaded = new Set([entry]);
  for (const name of loaded) {
    for (const { path, kind } of outputs[name]?.imports ?? [])
      if (kind === 'import-statement' && outputs[path]) loaded.add(path);
  }
  return [...loaded].reduce((sum, name) => sum + (outputs[name]?.bytes ?? 0), 0);
}

/**
 * @param folder - of the built package
 * @returns how many of its files Node reads to import the root
 */
export function filesLoaded(folder: string): number {
  const loaded = new Set([resolve(folder, 'index.js')]);
  for (const file of loaded) {
    const text = readFileSync(file, 'utf8');
    for (const [, from = ''] of text.matchAll(/^(?:import|export|\}) ?[^'"]*["'](\.[^'"]+)["'];$/gm)) {
      loaded.add(resolve(dirname(file), from));
    }
  }
  return loaded.size;
}
