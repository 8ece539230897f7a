import { elapsed, record } from '../sample.js';
import { heapInUse, openWire, readList, usersSeed } from './org.js';

const USERS = 100_000;
const TIMES = 5;
const SINGLE = 2000;

const before = heapInUse();
const seeding = performance.now();
const wire = openWire({ seed: usersSeed(USERS) });
record('seed 100,000 users', 's', (performance.now() - seeding) / 1000);
record('memory of seeded users', 'MB', heapInUse() - before);

const queries: Readonly<Record<string, string>> = {
  'page of 200': '/api/v1/users?limit=200',
  'search, all of one department': '/api/v1/users?search=profile.department+eq+%22department+7%22',
  'search with sw, sorted': '/api/v1/users?search=profile.lastName+sw+%22l%22&sortBy=profile.login&sortOrder=desc',
  'search with co': '/api/v1/users?search=profile.email+co+%22999%22',
  'filter by login': '/api/v1/users?filter=profile.login+eq+%22user90000%40example.com%22',
  'q, first letters': '/api/v1/users?q=user9999',
  'count of Everyone (expand=stats)': '/api/v1/groups?q=Everyone&expand=stats',
};

for (let i = 0; i < TIMES; i++) {
  for (const [name, path] of Object.entries(queries)) record(name, 'ms', await elapsed(() => wire.get(path)));
}
record('list all users, 500 pages', 's', (await elapsed(() => readList(wire, '/api/v1/users?limit=200'))) / 1000);
for (const [name, path] of [
  ['GET user by login', (n: number) => `/api/v1/users/user${n}@example.com`],
  ['GET groups of a user', () => '/api/v1/users/me/groups'],
] as const) {
  const ask = async () => {
    for (let i = 0; i < SINGLE; i++) await wire.get(path((i * 7919) % USERS));
  };
  // The first time is not counted: the machine code is not there yet.
  await ask();
  record(name, 'µs', ((await elapsed(ask)) / SINGLE) * 1000);
}
for (let i = 0; i < TIMES; i++) {
  await wire.send('DELETE', `/api/v1/users/user${i}@example.com`);
  record('reset 100,000 seeded users', 'ms', await elapsed(() => wire.emulator.reset()));
}
