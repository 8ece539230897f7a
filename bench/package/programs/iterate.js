// Reads 20,000 users, twice to be warm: prints users a second, and the largest resident memory of the process.
import { contend } from './contenders.js';

const [name, url] = process.argv.slice(2);
const { users } = await contend(name, url);

async function readAll() {
  let count = 0;
  for await (const _ of await users()) count++;
  if (count !== 20_000) throw new Error(`${name} read ${count} users`);
  return count;
}

await readAll();
const start = performance.now();
const count = (await readAll()) + (await readAll());
const perSecond = count / ((performance.now() - start) / 1000);
console.log(JSON.stringify({ perSecond, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
process.exit();
