import { build } from 'vite';

const shared = { configFile: false, logLevel: 'warn' };
const builds = {
  node: { build: { ssr: 'main.js', outDir: 'out/vite' }, ssr: { noExternal: true } },
  page: { base: './', build: { outDir: 'out/vite-page', rollupOptions: { input: 'page.html' } } },
};
await build({ ...shared, ...builds[process.argv[2]] });
