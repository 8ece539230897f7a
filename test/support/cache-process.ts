/** A process with a client that caches in Redis: reads a verb and a user a line, prints what it got as JSON. */
import { createInterface } from 'node:readline';
import KeyvRedis from '@keyv/redis';
import Keyv from 'keyv';
import { Client } from '../../src/client.js';
import { keyvStore } from '../../src/pipeline/cache/keyv-store.js';

const [orgUrl = '', redis = ''] = process.argv.slice(2);
const keyv = new Keyv({ store: new KeyvRedis(redis) });
const { userApi } = new Client({ orgUrl, token: '00t', environment: {}, cacheStore: keyvStore(keyv) });
const verbs: Record<string, (userId: string) => Promise<unknown>> = {
  get: (userId) => userApi.getUser({ userId }),
  update: (userId) => userApi.updateUser({ userId, user: {} }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [verb = '', userId = ''] = line.split(' ');
  console.log(JSON.stringify(await verbs[verb]?.(userId)));
}
await keyv.disconnect();
