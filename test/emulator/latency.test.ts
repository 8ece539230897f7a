import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import { testClock } from './client.js';

async function waits(latency: number | { min: number; max: number }, randomSeed = 1): Promise<number[]> {
  const clock = testClock();
  const emulator = createEmulator({ clock, latency, randomSeed });
  const found = [];
  for (let i = 0; i < 20; i++) {
    const before = clock.now();
    await emulator.fetch(emulator.url);
    found.push(clock.now() - before);
  }
  return found;
}

describe('latency', () => {
  it('is the same for all answers if it is a number', async () => {
    expect(new Set(await waits(40))).toEqual(new Set([40]));
  });

  it('lies within a range, differs, and is the same in two runs', async () => {
    const found = await waits({ min: 10, max: 30 });
    expect(Math.min(...found)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...found)).toBeLessThan(30);
    expect(new Set(found).size).toBeGreaterThan(10);
    expect(await waits({ min: 10, max: 30 })).toEqual(found);
    expect(await waits({ min: 10, max: 30 }, 2)).not.toEqual(found);
  });

  it('does not change what is created', async () => {
    const ids = [];
    for (const latency of [0, { min: 1, max: 2 }]) {
      const emulator = createEmulator({ clock: testClock(), latency });
      const init = {
        method: 'POST',
        headers: { authorization: `SSWS ${emulator.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ profile: { name: 'A' } }),
      };
      ids.push(await (await emulator.fetch(`${emulator.url}/api/v1/groups`, init)).text());
    }
    expect(ids[0]).toBe(ids[1]);
  });

  it('ends when the client gives up', async () => {
    const emulator = createEmulator({ latency: 60_000 });
    const request = emulator.fetch(emulator.url, { signal: AbortSignal.timeout(20) });
    await expect(request).rejects.toThrow(/timeout|aborted/i);
  });

  it.each([[-1], [{ min: 5, max: 4 }]])('that makes no sense is refused: %j', (latency) => {
    expect(() => createEmulator({ latency })).toThrow(/latency/);
  });
});
