// Dates of a page of 200 users: what is needed above JSON.parse, by this package and by its predecessor.
import { createRequire } from 'node:module';
import { rows } from '../../generated/management/apis/UserApi.rows.js';
import { reviveDates } from '../../src/response/dates.js';
import { median, record } from '../sample.js';
import { withServer } from './contest.js';

/** Machines change their speed from second to second, so both take their turn several times. */
const TURNS = 5;
const TIMES = 500;

const require = createRequire(import.meta.url);
interface Serializer {
  deserialize(data: unknown, type: string, format: string): unknown;
}
const {
  ObjectSerializer,
}: { ObjectSerializer: Serializer } = require('incumbent/src/generated/models/ObjectSerializer.js');

const tree = rows()['listUsers']?.dates ?? {};
const ways: Readonly<Record<string, (page: unknown) => unknown>> = {
  ours: (page) => reviveDates(page, tree),
  incumbent: (page) => ObjectSerializer.deserialize(page, 'Array<User>', ''),
};
const took = new Map(Object.keys(ways).map((who): [string, number[]] => [who, []]));

function measure(text: string): void {
  for (const [who, way] of Object.entries(ways)) {
    for (let time = 0; time < TIMES; time++) {
      const page: unknown = JSON.parse(text);
      const start = performance.now();
      way(page);
      took.get(who)?.push((performance.now() - start) * 1000);
    }
  }
}

await withServer(async (url) => {
  const text = await (await fetch(`${url}/api/v1/users?limit=200`)).text();
  for (let turn = 0; turn < TURNS; turn++) measure(text);
});
const medianOf = (who: string) => median(took.get(who) ?? []);
record('decode a page of 200 users, above JSON.parse: ours', 'µs', medianOf('ours'));
record('decode a page of 200 users, above JSON.parse: incumbent', 'µs', medianOf('incumbent'));
record('decode a page of 200 users: incumbent / ours', '×', medianOf('incumbent') / medianOf('ours'));
