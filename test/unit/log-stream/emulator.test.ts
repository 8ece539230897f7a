import { describe, expect, it, onTestFinished } from 'vitest';
import { Client } from '../../../src/client.js';
import { createEmulator } from '../../../src/emulator/create-emulator.js';
import type { FaultRule } from '../../../src/emulator/faults/rule.js';

const clock = { now: Date.now, random: () => 0, sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) };

const path = '/api/v1/logs';
const faults: readonly FaultRule[] = [
  { path, probability: 0.1, then: { status: 429, headers: { 'Retry-After': '1' } } },
  { path, probability: 0.1, then: { status: 503 } },
  { path, probability: 0.1, then: 'drop' },
  { path, probability: 0.1, then: 'truncate' },
  { path, probability: 0.1, then: 'garbage' },
  { path, probability: 0.1, then: 'emptyPage' },
  { path, probability: 0.1, then: 'duplicateItem' },
];

describe('a stream of the log of the embedded org', () => {
  it('gives each of 5,000 events once, whatever goes wrong, while they are written', { timeout: 60_000 }, async () => {
    const emulator = createEmulator({ faults });
    const { url } = await emulator.listen();
    onTestFinished(() => emulator.close());
    const client = new Client({ orgUrl: url, token: emulator.token, environment: {}, clock });
    const stop = new AbortController();
    const writing = (async () => {
      for (let n = 0; n < 5000; n++) {
        await emulator.fetch(`${url}/api/v1/groups`, {
          method: 'POST',
          headers: { authorization: `SSWS ${emulator.token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ profile: { name: `Group ${n}` } }),
        });
      }
    })();
    const names: unknown[] = [];
    const options = { filter: 'eventType eq "group.lifecycle.create"', limit: 100, signal: stop.signal };
    for await (const { target } of client.systemLog.stream(options)) {
      names.push(target?.[0]?.displayName);
      if (names.length === 5000) stop.abort();
    }
    await writing;
    expect(names).toEqual(Array.from({ length: 5000 }, (_, n) => `Group ${n}`));
  });
});
