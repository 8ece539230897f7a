import { describe, expect, it } from 'vitest';
import { Client } from '../../../src/client.js';
import { logServer, mishaps } from '../../support/log-server.js';

const EVENTS = 50_000;
const clock = { now: Date.now, random: () => 0, sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) };
const names = Object.keys(mishaps) as (keyof typeof mishaps)[];

describe('a stream of 50,000 events', () => {
  it('gives each of them once and in order under faults of every kind and eleven restarts', {
    timeout: 60_000,
  }, async () => {
    let mishap = 0;
    // Two of five requests go wrong, each in another way.
    const server = await logServer(
      () => EVENTS,
      (request) => (request % 5 < 2 ? names[mishap++ % names.length] : undefined),
    );
    let place: string | undefined;
    const checkpoint = {
      load: () => place,
      save: (text: string) => {
        place = text;
      },
    };
    const seen: (string | undefined)[] = [];
    while (seen.length < EVENTS) {
      const stop = new AbortController();
      const { systemLog } = new Client({ orgUrl: server.url, token: '00t', environment: {}, clock });
      const until = Math.min(seen.length + 4321, EVENTS);
      for await (const { uuid } of systemLog.stream({ limit: 500, checkpoint, signal: stop.signal })) {
        if (seen.push(uuid) === until) stop.abort();
      }
    }
    expect(seen).toEqual(Array.from({ length: EVENTS }, (_, n) => `e${n}`));
    expect(mishap).toBeGreaterThan(5 * names.length);
  });
});
