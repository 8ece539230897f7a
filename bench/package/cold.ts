// What it takes to load the package, and to get the first answer: each time in a new process.
import { elapsed, record } from '../sample.js';
import { measure, withServer } from './contest.js';

const loads = [
  ['ours', 'import', '../../../dist/index.js'],
  ['ours', 'require', '../../../dist/index.cjs'],
  ['incumbent', 'require', 'incumbent'],
] as const;

for (const [who, how, what] of loads) {
  const { milliseconds = Number.NaN, heapMegabytes = Number.NaN } = measure('import', how, what);
  record(`${how} everything: ${who}`, 'ms', milliseconds);
  record(`${how} everything, heap: ${who}`, 'MB', heapMegabytes);
}

await withServer(async (url) => {
  for (const who of ['ours', 'incumbent', 'undici']) {
    record(`process start to first answer: ${who}`, 'ms', await elapsed(() => measure('first-call', who, url)));
  }
});
