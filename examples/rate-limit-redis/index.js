// Counts the groups of every user. Start it as often as you like, on as many machines as you like: together the
// processes stay below the rate limits of the org and leave a fifth of each to others.
import * as okta from '@okta/okta-sdk-nodejs';
import { createClient } from '@redis/client';

const redis = await createClient({ url: process.env.REDIS_URL ?? 'redis://127.0.0.1:6379' })
  .on('error', (error) => console.error(`Redis: ${error.message}`))
  .connect();

const governor = new okta.Governor({
  maxCapacityPercent: 80,
  store: new okta.RedisRateLimitStore(redis),
});
const client = new okta.Client({ rateLimit: governor });

const counts = [];
for await (const { id } of client.userApi.listUsers()) counts.push(countGroups(id));
const total = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
console.log(`${counts.length} users are in ${total} groups`);

await redis.close();

async function countGroups(userId) {
  let count = 0;
  for await (const _ of client.userApi.listUserGroups({ userId })) count += 1;
  return count;
}
