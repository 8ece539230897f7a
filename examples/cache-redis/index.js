// Shows how long it takes to read a user, again and again. Start it twice: the second process finds what the first one
// has read, and both see at once what either of them changes. Type a new title for the user to change something.
import { createInterface } from 'node:readline';
import KeyvRedis from '@keyv/redis';
import * as okta from '@okta/okta-sdk-nodejs';
import Keyv from 'keyv';

const keyv = new Keyv({ store: new KeyvRedis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379') });
keyv.on('error', (error) => console.error(`Redis: ${error.message}`));

const { userApi } = new okta.Client({ cacheStore: okta.keyvStore(keyv) });
const userId = process.argv[2] ?? 'me';

const timer = setInterval(() => void show(), 2000);
await show();
for await (const title of createInterface({ input: process.stdin })) {
  await userApi.updateUser({ userId, user: { profile: { title } } });
  await show();
}
clearInterval(timer);
await keyv.disconnect();

async function show() {
  const start = performance.now();
  const { id, profile } = await userApi.getUser({ userId });
  console.log(`${id} ${profile.login} "${profile.title ?? ''}" in ${(performance.now() - start).toFixed(1)} ms`);
}
