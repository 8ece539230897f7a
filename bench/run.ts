// `npm run bench [-- --write] [-- --rounds 3] [-- suite …]`: measures, prints a table and writes build/bench.json; with
// --write also bench/RESULTS.md and its chart. Fails if a figure is far off its limit.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chartOf } from './chart.js';
import { describeMachine } from './machine.js';
import { type Figure, markdownOf, tableOf } from './report.js';
import { median, type Sample, samplesIn } from './sample.js';
import { breaks, type Suite, suites } from './suites.js';

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, rounds: { type: 'string', default: '3' } },
});

/** Only what is measured apart from the rest can be compared: no other suite's garbage, no other suite's machine code. */
function runSuite({ name, file }: Suite): Sample[] {
  process.stderr.write(`${name} …\n`);
  const args = ['--expose-gc', '--import', 'tsx', file];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`The suite ${name} failed:\n${stdout}`);
  return samplesIn(stdout);
}

function figuresOf(suite: Suite, samples: readonly Sample[]): Figure[] {
  const kinds = new Map(samples.map(({ name, unit }) => [`${name} ${unit}`, { name, unit }]));
  return [...kinds.values()].map(({ name, unit }) => {
    const values = samples.filter((sample) => sample.name === name && sample.unit === unit).map(({ value }) => value);
    const limit = suite.limits.find((one) => one.name === name && one.unit === unit);
    const value = median(values);
    const broken = limit !== undefined && breaks(limit, value);
    const figure = { suite: suite.name, name, unit, value, least: Math.min(...values), most: Math.max(...values) };
    return { ...figure, samples: values.length, broken, ...(limit && { limit: limit.limit }) };
  });
}

const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));
const rounds = Number(options.rounds);
const measured = new Map<Suite, Sample[]>(chosen.map((suite) => [suite, []]));
for (let round = 0; round < rounds; round++) {
  for (const suite of chosen) measured.get(suite)?.push(...runSuite(suite));
}

const machine = describeMachine();
const figures = [...measured].flatMap(([suite, samples]) => figuresOf(suite, samples));
console.log(tableOf(figures));
mkdirSync('build', { recursive: true });
writeFileSync('build/bench.json', `${JSON.stringify({ machine, rounds, figures }, null, 2)}\n`);
if (options.write) {
  writeFileSync('bench/RESULTS.md', markdownOf(machine, rounds, figures));
  writeFileSync('bench/results.svg', chartOf(machine, figures));
}
const broken = figures.filter((figure) => figure.broken);
for (const { name, value, unit, limit } of broken) {
  console.error(`${name}: ${value.toFixed(1)} ${unit} is far off the limit of ${limit} ${unit}.`);
}
process.exitCode = broken.length === 0 ? 0 : 1;
