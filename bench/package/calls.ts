// Calls over sockets, and hits of the cache: this package beside its predecessor and undici.
import { median, record, type Unit } from '../sample.js';
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

/** Machines change their speed from second to second, so all take their turn several times. */
const TURNS = 5;

function run({ program, name, contenders, mark, figures }: Contest, url: string): void {
  const turns = Array.from({ length: TURNS }, () =>
    Object.fromEntries(contenders.map((contender) => [contender, measure(program, contender, url)])),
  );
  for (const [figure, unit] of Object.entries(figures)) {
    const medianOf = (contender: string) => median(turns.map((turn) => turn[contender]?.[figure] ?? Number.NaN));
    for (const contender of contenders) {
      record(`${name}: ${contender}`, unit, medianOf(contender));
      if (contender !== mark)
        record(`${name}: ${contender} / ${mark} (${unit})`, '×', medianOf(contender) / medianOf(mark));
    }
  }
}

await withServer((url) => {
  for (const contest of contests) run(contest, url);
});
