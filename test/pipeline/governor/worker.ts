import { createClient } from '@redis/client';
import { UserApi } from '../../../generated/management/apis/index.js';
import { systemClock } from '../../../src/clock.js';
import { createConfiguration } from '../../../src/config/create-configuration.js';
import { DefaultRequestExecutor } from '../../../src/pipeline/executor/default-request-executor.js';
import { Governor } from '../../../src/pipeline/throttle/governor.js';
import { RedisRateLimitStore } from '../../../src/pipeline/throttle/redis-rate-limit-store.js';
import type { Tally, Task } from './fleet.js';
import { quickClock } from './quick-clock.js';

/** One process of a fleet: sends its calls all at once, and tells what came of them. */
async function work(task: Task): Promise<Tally> {
  const { url, token, redis, calls, speed, start, maxCapacityPercent } = task;
  const isQuick = speed !== 1;
  const clock = isQuick ? quickClock(speed, start) : systemClock;
  const client = redis === undefined ? undefined : await connect(redis);
  const store = client && new RedisRateLimitStore(client, isQuick ? { clock } : {});
  const governor = new Governor({ maxCapacityPercent, clock, ...(store && { store }) });
  const requestExecutor = new DefaultRequestExecutor({ clock });
  const tally = {
    done: 0,
    failed: [] as string[],
    limited: 0,
    crowded: 0,
    attempts: 0,
    lowest: Number.POSITIVE_INFINITY,
  };
  requestExecutor.on('response', ({ status, headers }) => {
    const isCrowded = headers.get('x-rate-limit-limit') === '0';
    tally.attempts += 1;
    if (status === 429) tally[isCrowded ? 'crowded' : 'limited'] += 1;
    else tally.lowest = Math.min(tally.lowest, Number(headers.get('x-rate-limit-remaining')));
  });
  const options = { orgUrl: url, token, requestExecutor, rateLimit: governor, clock, environment: {} };
  const users = new UserApi(createConfiguration({ ...options, connectionTimeout: 0 }));
  const call = async () => {
    try {
      await users.getUser({ userId: task.userId }, { cache: false });
      tally.done += 1;
    } catch (error) {
      tally.failed.push(String(error));
    }
  };
  const began = clock.now();
  await Promise.all(Array.from({ length: calls }, call));
  const ended = clock.now();
  await client?.close();
  return { ...tally, began, ended, concurrency: governor.concurrency };
}

/** A client without a listener for errors ends the process with its connection. */
function connect(url: string) {
  return createClient({ url })
    .on('error', () => undefined)
    .connect();
}

process.once('message', (task: Task) => {
  void work(task).then((tally) => process.send?.(tally, () => process.disconnect()));
});
