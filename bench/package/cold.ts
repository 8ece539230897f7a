// What it takes to load the package, and to get the first answer: each time in a new process.
import { median, record } from '../sample.js';
import { measure, withServer } from './contest.js';

const loads = [
  ['ours', 'import', '../../../dist/index.js'],
  ['ours', 'require', '../../../dist/index.cjs'],
  ['incumbent', 'require', 'incumbent'],
] as const;

/** Machines change their speed from second to second, so all take their turn several times. */
const TURNS = 5;

const took = new Map<string, number>();
const turns = Array.from({ length: TURNS }, () => loads.map(([, how, what]) => measure('import', how, what)));
loads.forEach(([who, how], index) => {
  const figure = (name: string) => median(turns.map((turn) => turn[index]?.[name] ?? Number.NaN));
  record(`${how} everything: ${who}`, 'ms', figure('milliseconds'));
  record(`${how} everything, heap: ${who}`, 'MB', figure('heapMegabytes'));
  took.set(`${how} ${who}`, figure('milliseconds'));
});
const before = took.get('require incumbent') ?? Number.NaN;
record('load everything: incumbent / ours by import', '×', before / (took.get('import ours') ?? Number.NaN));
record('load everything: incumbent / ours by require', '×', before / (took.get('require ours') ?? Number.NaN));

await withServer(async (url) => {
  const times = new Map<string, number[]>(['ours', 'incumbent', 'undici'].map((who) => [who, []]));
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [who, taken] of times) {
      taken.push(measure('first-call', who, url)['milliseconds'] ?? Number.NaN);
    }
  }
  const medianOf = (who: string) => median(times.get(who) ?? []);
  for (const who of times.keys()) record(`process start to first answer: ${who}`, 'ms', medianOf(who));
  record('process start to first answer: incumbent / ours', '×', medianOf('incumbent') / medianOf('ours'));
});
