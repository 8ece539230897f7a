import { elapsed, record } from '../sample.js';
import { heapInUse, openWire, readList, userBody } from './org.js';

const USERS = 100_000;
const LISTINGS = 10;

const wire = openWire();
const before = heapInUse();
const processor = process.cpuUsage();
const load = await elapsed(async () => {
  for (let i = 0; i < USERS; i++) await wire.send('POST', '/api/v1/users', userBody(i));
});
const { user, system } = process.cpuUsage(processor);
record('create 100,000 users by POST', 's', load / 1000);
record('processor time of that, garbage collection included', 's', (user + system) / 1e6);
record('memory of these and their log events', 'MB', heapInUse() - before);
for (let i = 0; i < LISTINGS; i++) await readList(wire, '/api/v1/users?limit=200');
record('memory after listing them ten times', 'MB', heapInUse() - before);
record('reset after that', 'ms', await elapsed(() => wire.emulator.reset()));
