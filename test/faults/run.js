// Puts the built SDK through a network that fails, on the Node that runs this: `node test/faults/run.js [calls] [seed]`.
// Needs `npm run build`. Ends by itself, with 1 if anything hung, got lost, came twice or was not typed.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const [calls = '10000', seed = '1'] = process.argv.slice(2);
const root = new URL('../../', import.meta.url);
const outfile = new URL(`build/faults/campaign-${process.pid}.mjs`, root);
await build({
  entryPoints: [new URL('campaign.ts', import.meta.url).pathname],
  outfile: outfile.pathname,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const [{ run }, sdk, { createEmulator }] = await Promise.all([
  import(outfile.href),
  import(new URL('dist/index.js', root).href),
  import(new URL('dist/emulator.js', root).href),
]);
rmSync(outfile);
const report = await run({ sdk, createEmulator }, { calls: Number(calls), seed: Number(seed), concurrency: 32 });
const { hangs, untyped, wrongWrites, mixedUp, unhandled } = report;
const bad = { hangs, untyped, wrongWrites, mixedUp, unhandled };
console.log(JSON.stringify({ node: process.version, ...report }, null, 2));
if (Object.values(bad).some((list) => list.length > 0)) process.exitCode = 1;
