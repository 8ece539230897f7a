import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const ONE_API = 'createConfiguration, UserApi';
const worker: BuildOptions = {
  platform: 'browser',
  conditions: ['workerd', 'worker', 'browser'],
  external: ['node:*'],
};

/**
 * Bundles what programs import of the package, as they would with esbuild. Of a bundle of several files only those count
 * that are loaded at the start; workers are deployed as one file, with all that they may ever load.
 *
 * @param folder - of the built package
 * @returns bytes of minified code by what is in it
 * @see https://esbuild.github.io/api/#splitting
 */
export async function bundleSizes(folder: string): Promise<Record<string, number>> {
  const { dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies?: object };
  const node: BuildOptions = { platform: 'node', external: Object.keys(dependencies) };
  const sizeOf = (names: string, options: BuildOptions) =>
    startSize(`export { ${names} } from './${folder}/index.js';`, options);
  const several = { ...node, splitting: true };
  return {
    'one Api for Node': await sizeOf(ONE_API, several),
    'Client for Node': await sizeOf('Client', several),
    'one Api for Node, in one file': await sizeOf(ONE_API, node),
    'Client for Node, in one file': await sizeOf('Client', node),
    'one Api for workers, everything in': await sizeOf(ONE_API, worker),
  };
}

async function startSize(contents: string, options: BuildOptions): Promise<number> {
  const { metafile } = await build({
    stdin: { contents, resolveDir: resolve('.'), sourcefile: 'start.js' },
    bundle: true,
    minify: true,
    format: 'esm',
    outdir: 'build/bundle',
    logLevel: 'silent',
    ...options,
    write: false,
    metafile: true,
  });
  const { outputs } = metafile;
  const loaded = new Set(Object.keys(outputs).filter((name) => outputs[name]?.entryPoint === 'start.js'));
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
    for (const [, from = ''] of text.matchAll(/^(?:import|export|\}) ?[^'"]*["']((?:\.|#on\/)[^'"]+)["'];$/gm)) {
      loaded.add(
        from.startsWith('#on/') ? resolve(folder, `${from.slice('#on/'.length)}.js`) : resolve(dirname(file), from),
      );
    }
  }
  return loaded.size;
}
