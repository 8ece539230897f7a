// What it takes to load the package, and to get the first answer: each time in a new process.
import { elapsed, record } from '../sample.js';
import { measure, withServer } from './contest.js';

const loads = [
  ['ours', 'import', '../../../dist/index.js'],
  ['ours', 'require', '../../../dist/index.cjs'],
  ['incumbent', 'require', 'incumbent'],
] as const;

const took = new Map<string, number>();
for (const [who, how, what] of loads) {
  const { milliseconds = Number.NaN, heapMegabytes = Number.NaN } = measure('import', how, what);
  record(`${how} everything: ${who}`, 'ms', milliseconds);
  record(`${how} everything, heap: ${who}`, 'MB', heapMegabytes);
  took.set(`${how} ${who}`, milliseconds);
}
const before = took.get('require incumbent') ?? Number.NaN;
record('load everything: incumbent / ours by import', '×', before / (took.get('import ours') ?? Number.NaN));
record('load everything: incumbent / ours by require', '×', before / (took.get('require ours') ?? Number.NaN));

await withServer(async (url) => {
  const first = async (who: string) => {
    const milliseconds = await elapsed(() => measure('first-call', who, url));
    record(`process start to first answer: ${who}`, 'ms', milliseconds);
    return milliseconds;
  };
  const ours = await first('ours');
  const incumbent = await first('incumbent');
  await first('undici');
  record('process start to first answer: incumbent / ours', '×', incumbent / ours);
});
