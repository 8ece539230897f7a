// Reads every user of a large org, page by page: what that costs in memory must not depend on how many there are.
// `node --import tsx bench/sdk/iterate.ts 1000000` does it with a million of them.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Client } from '../../src/client.js';
import { elapsed, record } from '../sample.js';

const USERS = Number(process.argv[2] ?? 200_000);
const EVERY = 10_000;
const megabytes = () => process.memoryUsage().rss / 2 ** 20;

const org = spawn(
  process.execPath,
  ['--max-old-space-size=16000', '--import', 'tsx', 'bench/sdk/org-of-users.ts', String(USERS)],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);

async function read(client: Client, prefetch: boolean): Promise<{ count: number; most: number }> {
  let count = 0;
  let most = megabytes();
  for await (const _ of client.userApi.listUsers({ limit: 200 }, { prefetch })) {
    count += 1;
    if (count % EVERY === 0) most = Math.max(most, megabytes());
  }
  return { count, most };
}

try {
  const [line] = await new Promise<string[]>((resolve) =>
    createInterface(org.stdout).once('line', (text) => resolve([text])),
  );
  const { url: orgUrl, token } = JSON.parse(line ?? '') as { url: string; token: string };
  const client = new Client({ orgUrl, token, environment: {}, yamlFiles: [] });
  for (const prefetch of [false, true]) {
    const how = prefetch ? ', with prefetch' : '';
    const start = megabytes();
    let found = { count: 0, most: 0 };
    const ms = await elapsed(async () => {
      found = await read(client, prefetch);
    });
    // The org has an administrator of its own.
    if (found.count !== USERS + 1) throw new Error(`${found.count} of ${USERS} users were found`);
    record(
      `resident memory over the start while ${USERS.toLocaleString('en')} users are read${how}`,
      'MB',
      found.most - start,
    );
    record(`time for ${USERS.toLocaleString('en')} users${how}`, 's', ms / 1000);
  }
} finally {
  org.kill();
}
