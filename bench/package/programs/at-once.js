// 64 calls of getUser at once: prints how many a second were answered.
import { contend } from './contenders.js';

const USER = '00u00000000000000001';
const [name, url] = process.argv.slice(2);
const { getUser } = await contend(name, url);
const WORKERS = 64;
const WARM_UP = 10_000;
const CALLS = 12_000;

/** @type {(calls: number) => Promise<void>} */
async function run(calls) {
  let left = calls;
  const worker = async () => {
    while (left-- > 0) await getUser(USER);
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}

await run(WARM_UP);
const before = process.cpuUsage();
const start = performance.now();
await run(CALLS);
const perSecond = CALLS / ((performance.now() - start) / 1000);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ perSecond, cpuPerCall: (user + system) / CALLS }));
process.exit();
