import { describe, expect, it } from 'vitest';
import { bulk } from '../../../src/bulk/bulk.js';
import { ParameterError } from '../../../src/errors/parameter-error.js';

const tick = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

async function read<X>(results: AsyncIterable<X>): Promise<X[]> {
  const list: X[] = [];
  for await (const result of results) list.push(result);
  return list;
}

/** Counts how many are at work at the same time. */
function gauge() {
  const seen = { now: 0, most: 0, begun: 0 };
  const work = async (n: number) => {
    seen.begun += 1;
    seen.most = Math.max(seen.most, ++seen.now);
    await tick(n % 3);
    seen.now -= 1;
    return n * 2;
  };
  return { seen, work };
}

describe('bulk', () => {
  it('gives a result for each item, in order, whatever the order they end in', async () => {
    const results = await read(
      bulk([30, 5, 0], async (ms) => {
        await tick(ms);
        if (ms === 5) throw new Error('five');
        return ms;
      }),
    );
    expect(results).toEqual([
      { ok: true, value: 30, item: 30, index: 0 },
      { ok: false, error: new Error('five'), item: 5, index: 1 },
      { ok: true, value: 0, item: 0, index: 2 },
    ]);
  });

  it('gives an array if awaited', async () => {
    expect(await bulk(new Set(['a', 'b']), (item, index) => item + index)).toEqual([
      { ok: true, value: 'a0', item: 'a', index: 0 },
      { ok: true, value: 'b1', item: 'b', index: 1 },
    ]);
  });

  it.each([1, 3, 10])('has at most %i at work, and that many if it can', async (concurrency) => {
    const { seen, work } = gauge();
    const results = await bulk(
      Array.from({ length: 100 }, (_, n) => n),
      work,
      { concurrency },
    );
    expect(results.map((result) => result.ok && result.value)).toEqual(Array.from({ length: 100 }, (_, n) => n * 2));
    expect(seen.most).toBe(concurrency);
  });

  it('has ten at work unless told', async () => {
    const { seen, work } = gauge();
    await bulk(
      Array.from({ length: 50 }, (_, n) => n),
      work,
    );
    expect(seen.most).toBe(10);
  });

  it('takes from an endless source only what it needs, and ends it', async () => {
    let taken = 0;
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield taken++;
      } finally {
        closed = true;
      }
    }
    for await (const { index } of bulk(endless(), (n) => n, { concurrency: 5 })) {
      await tick(1);
      if (index === 100) break;
    }
    expect(closed).toBe(true);
    expect(taken).toBeLessThan(100 + 5 * 5);
  });

  it('lets others go on behind a slow item, but not without end', async () => {
    let begun = 0;
    let release: (value: unknown) => void = () => {};
    const gate = new Promise((resolve) => {
      release = resolve;
    });
    const run = bulk(
      Array.from({ length: 1000 }, (_, n) => n),
      async (n) => {
        begun += 1;
        if (n === 0) await gate;
      },
      { concurrency: 5 },
    )[Symbol.asyncIterator]();
    const slow = run.next();
    await tick(20);
    expect(begun).toBeGreaterThan(5);
    expect(begun).toBeLessThanOrEqual(21);
    release(undefined);
    expect((await slow).value).toMatchObject({ ok: true, index: 0 });
    await run.return?.();
  });

  it('begins nothing more after an abort, gives what was begun, and fails with the reason', async () => {
    const stop = new AbortController();
    const { seen, work } = gauge();
    const results: unknown[] = [];
    const loop = async () => {
      const run = bulk(
        Array.from({ length: 1000 }, (_, n) => n),
        work,
        { concurrency: 4, signal: stop.signal },
      );
      for await (const { index } of run) {
        results.push(index);
        if (index === 10) stop.abort(new Error('enough'));
      }
    };
    await expect(loop()).rejects.toThrow('enough');
    expect(results).toEqual(Array.from({ length: seen.begun }, (_, n) => n));
    expect(seen.begun).toBeLessThan(40);
    await expect(bulk([1], (n) => n, { signal: stop.signal })).rejects.toThrow('enough');
  });

  it('tells those at work when the run is left', async () => {
    const signals: AbortSignal[] = [];
    for await (const _ of bulk([1, 2, 3], (_, __, signal) => void signals.push(signal))) break;
    expect(signals.length).toBeGreaterThan(0);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  it('stops after a failed item if asked', async () => {
    const { seen, work } = gauge();
    const results = await bulk(
      Array.from({ length: 1000 }, (_, n) => n),
      async (n) => {
        await work(n);
        if (n === 20) throw new Error('twenty');
      },
      { concurrency: 4, stopOnError: true },
    );
    expect(results.filter(({ ok }) => !ok)).toHaveLength(1);
    expect(results).toHaveLength(seen.begun);
    expect(seen.begun).toBeLessThan(40);
  });

  it('fails with what its source fails with, after the results before', async () => {
    async function* source() {
      yield 1;
      yield 2;
      throw new Error('no more pages');
    }
    const results: unknown[] = [];
    const loop = async () => {
      for await (const { item } of bulk(source(), (n) => n)) results.push(item);
    };
    await expect(loop()).rejects.toThrow('no more pages');
    expect(results).toEqual([1, 2]);
  });

  it('does nothing for nothing, and refuses a concurrency that is none', async () => {
    expect(await bulk([], () => expect.unreachable())).toEqual([]);
    for (const concurrency of [0, -1, 1.5, Number.NaN]) {
      expect(() => bulk([1], (n) => n, { concurrency })).toThrow(ParameterError);
    }
  });

  it('keeps few results in memory, however many items there are', async () => {
    function* many() {
      for (let n = 0; n < 200_000; n++) yield n;
    }
    let count = 0;
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    for await (const result of bulk(many(), (n) => ({ n, text: 'x'.repeat(100) + n }), { concurrency: 10 })) {
      if (result.ok && result.index === count) count += 1;
      if (count % 20_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(count).toBe(200_000);
    expect(most / 1e6).toBeLessThan(80);
  });
});
