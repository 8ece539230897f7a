import { describe, expect, it } from 'vitest';
import { ConcurrencyWindow, type Slot } from '../../../src/pipeline/throttle/concurrency-window.js';
import { WaitingLine } from '../../../src/pipeline/throttle/waiting-line.js';
import { manualClock } from '../../support/manual-clock.js';

const never = new AbortController().signal;

function windowOf(most: number, adaptive = true) {
  const clock = manualClock();
  return { clock, window: new ConcurrencyWindow({ most, adaptive, clock }) };
}

async function fill(window: ConcurrencyWindow): Promise<Slot[]> {
  const slots: Slot[] = [];
  while (window.inFlight < window.size) slots.push(await window.enter(never));
  return slots;
}

/** Requests one after another in a full window. */
async function work(window: ConcurrencyWindow, seconds: number, clock: { advance(ms: number): Promise<void> }) {
  for (let second = 0; second < seconds; second++) {
    const slots = await fill(window);
    await clock.advance(1000);
    for (const slot of slots) window.leave(slot, 'good');
  }
}

describe('the window of requests in flight', () => {
  it('lets those who wait in, one for one, in the order in which they came', async () => {
    const { window } = windowOf(2, false);
    const [first, second] = await fill(window);
    const order: number[] = [];
    const waiting = [1, 2, 3].map((name) => window.enter(never).then(() => order.push(name)));
    if (first && second) for (const slot of [first, second]) window.leave(slot, 'good');
    await Promise.all(waiting.slice(0, 2));
    expect([order, window.inFlight]).toEqual([[1, 2], 2]);
  });

  it('forgets who stops waiting', async () => {
    const { window } = windowOf(1, false);
    const [slot] = await fill(window);
    const impatient = new AbortController();
    const gone = window.enter(impatient.signal);
    const next = window.enter(never);
    impatient.abort(new Error('enough'));
    await expect(gone).rejects.toThrow('enough');
    if (slot) window.leave(slot, 'good');
    await next;
    expect(window.inFlight).toBe(1);
  });

  it('is halved once, however many of the same crowd are refused', async () => {
    const { window } = windowOf(75);
    expect(window.size).toBe(16);
    for (const slot of await fill(window)) window.leave(slot, 'crowded');
    expect(window.size).toBe(8);
    for (const slot of await fill(window)) window.leave(slot, 'crowded');
    expect(window.size).toBe(4);
  });

  it('never becomes smaller than 1', async () => {
    const { window } = windowOf(75);
    for (let i = 0; i < 9; i++) for (const slot of await fill(window)) window.leave(slot, 'crowded');
    expect(window.size).toBe(1);
  });

  it('grows while it is full, but goes back to where it was too much only rarely', async () => {
    const { window, clock } = windowOf(75);
    for (const slot of await fill(window)) window.leave(slot, 'crowded');
    await work(window, 60, clock);
    expect(window.size).toBe(15);
    await work(window, 90, clock);
    expect(window.size).toBe(15);
    await work(window, 60, clock);
    expect(window.size).toBe(16);
  });

  it('does not grow if nobody needs more, nor above its cap', async () => {
    const { window, clock } = windowOf(17);
    for (let i = 0; i < 10; i++) {
      await clock.advance(10_000);
      window.leave(await window.enter(never), 'good');
    }
    expect(window.size).toBe(16);
    await work(window, 100, clock);
    expect(window.size).toBe(17);
  });

  it('keeps its size if it is not adaptive', async () => {
    const { window } = windowOf(30, false);
    for (const slot of await fill(window)) window.leave(slot, 'crowded');
    expect(window.size).toBe(30);
  });
});

describe('the line', () => {
  it('is in the order of priority, and within one of arrival', () => {
    const line = new WaitingLine<{ name: string; priority: number }>();
    const [a, b, c, d] = [
      { name: 'a', priority: 0 },
      { name: 'b', priority: 5 },
      { name: 'c', priority: 0 },
      { name: 'd', priority: 5 },
    ] as const;
    for (const waiting of [a, b, c, d]) line.join(waiting);
    line.leave(c);
    expect([line.shift(), line.shift(), line.shift(), line.shift()]).toEqual([b, d, a, undefined]);
  });
});
