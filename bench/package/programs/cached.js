// Asks for the same user again and again, out of the cache: prints hits a second. `map` is a Map and JSON.parse.
import { contend } from './contenders.js';
import { userOf } from './user.js';

const USER = '00u00000000000000001';
const [name, url] = process.argv.slice(2);
const WARM_UP = 30_000;
const CALLS = 60_000;

const map = new Map([[USER, JSON.stringify(userOf(1))]]);
const { getUser } =
  name === 'map'
    ? { getUser: async (/** @type {string} */ id) => JSON.parse(map.get(id) ?? '') }
    : await contend(name, url, true);

for (let index = 0; index < WARM_UP; index++) await getUser(USER);
const start = performance.now();
for (let index = 0; index < CALLS; index++) await getUser(USER);
console.log(JSON.stringify({ perSecond: CALLS / ((performance.now() - start) / 1000) }));
process.exit();
