// Loads a package in a process that did nothing before: prints milliseconds, heap and files that it took.
// Arguments: `import` or `require`, and what.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [how, specifier = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const path = require.resolve(specifier);
globalThis.gc?.();
const heap = process.memoryUsage().heapUsed;
const start = performance.now();
if (how === 'require') require(path);
else await import(pathToFileURL(path).href);
const milliseconds = performance.now() - start;
globalThis.gc?.();
const heapMegabytes = (process.memoryUsage().heapUsed - heap) / 2 ** 20;
console.log(JSON.stringify({ milliseconds, heapMegabytes, required: Object.keys(require.cache).length }));
process.exit();
