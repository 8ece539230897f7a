import { build } from 'esbuild';

const shared = { bundle: true, minify: true, logLevel: 'warning' };
const worker = { ...shared, platform: 'browser', format: 'esm', conditions: ['workerd', 'worker'] };
const builds = {
  node: () => build({ ...shared, entryPoints: ['main.js'], platform: 'node', outfile: 'out/esbuild.cjs' }),
  page: () => build({ ...shared, entryPoints: ['page.js'], platform: 'browser', outfile: 'out/esbuild-page.js' }),
  worker: () => build({ ...worker, entryPoints: ['worker.js'], outfile: 'out/worker.js' }),
};
await builds[process.argv[2]]();
