// One getUser after the other: prints the microseconds of processor time that each cost.
import { contend } from './contenders.js';

const USER = '00u00000000000000001';
const [name, url] = process.argv.slice(2);
const { getUser } = await contend(name, url);
const WARM_UP = 5000;
const CALLS = 3000;

for (let index = 0; index < WARM_UP; index++) await getUser(USER);
const before = process.cpuUsage();
for (let index = 0; index < CALLS; index++) await getUser(USER);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpuPerCall: (user + system) / CALLS }));
process.exit();
