// Dates of a page of 200 users: what is needed above JSON.parse.
import { rows } from '../../generated/management/apis/UserApi.rows.js';
import { reviveDates } from '../../src/response/dates.js';
import { median, record } from '../sample.js';
import { withServer } from './contest.js';

let text = '';
await withServer(async (url) => {
  text = await (await fetch(`${url}/api/v1/users?limit=200`)).text();
});
const tree = rows['listUsers']?.dates ?? {};
const times = Array.from({ length: 3000 }, () => {
  const page: unknown = JSON.parse(text);
  const start = performance.now();
  reviveDates(page, tree);
  return (performance.now() - start) * 1000;
});
record('decode a page of 200 users, above JSON.parse', 'µs', median(times));
