// Calls over sockets, and hits of the cache: this package beside its predecessor and undici.
import { record, type Unit } from '../sample.js';
import { CONTENDERS, measure, withServer } from './contest.js';

interface Contest {
  readonly program: string;
  readonly name: string;
  readonly contenders: readonly string[];
  /** Whom all are compared with. */
  readonly mark: string;
  readonly figures: Readonly<Record<string, Unit>>;
}

const contests: readonly Contest[] = [
  {
    program: 'at-once',
    name: 'getUser, 64 at once',
    contenders: CONTENDERS,
    mark: 'undici',
    figures: { perSecond: 'req/s', cpuPerCall: 'µs' },
  },
  {
    program: 'in-sequence',
    name: 'getUser in sequence, processor time',
    contenders: CONTENDERS,
    mark: 'undici',
    figures: { cpuPerCall: 'µs' },
  },
  {
    program: 'iterate',
    name: 'iterate 20,000 users',
    contenders: CONTENDERS,
    mark: 'undici',
    figures: { perSecond: 'users/s', peakMegabytes: 'MB' },
  },
  {
    program: 'cached',
    name: 'getUser from the cache',
    contenders: ['ours', 'incumbent', 'map'],
    mark: 'map',
    figures: { perSecond: 'hits/s' },
  },
];

function run({ program, name, contenders, mark, figures }: Contest, url: string): void {
  const results = new Map(contenders.map((contender) => [contender, measure(program, contender, url)]));
  for (const [figure, unit] of Object.entries(figures)) {
    for (const [contender, result] of results) {
      const value = result[figure] ?? Number.NaN;
      record(`${name}: ${contender}`, unit, value);
      if (contender !== mark)
        record(`${name}: ${contender} / ${mark} (${unit})`, '×', value / (results.get(mark)?.[figure] ?? 1));
    }
  }
}

await withServer((url) => {
  for (const contest of contests) run(contest, url);
});
