import { beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import * as sdk from '../../src/index.js';
import { type Report, run } from './campaign.js';
import { weights } from './fault-kinds.js';

/** Enough for each fault to come several times; `node test/faults/run.js` does ten thousand. */
const EFFORT = { calls: 1200, seed: 7, concurrency: 16 };

describe(`of ${EFFORT.calls} calls through a network that fails`, () => {
  let report: Report;

  beforeAll(async () => {
    report = await run({ sdk, createEmulator }, EFFORT);
  }, 120_000);

  it('none hangs', () => expect(report.hangs).toEqual([]));
  it('each that fails does so with an error of the SDK', () => expect(report.untyped).toEqual([]));
  it('none writes twice, and none writes less than it says', () => expect(report.wrongWrites).toEqual([]));
  it('none gets the answer of another', () => expect(report.mixedUp).toEqual([]));
  it('nothing is left unhandled', () => expect(report.unhandled).toEqual([]));
  it('most succeed all the same', () => expect(report.outcomes['success']).toBeGreaterThan(EFFORT.calls * 0.5));

  it('every kind of failure was among the causes', () => {
    const rare = Object.keys(weights).filter((name) => name.startsWith('ten megabytes'));
    expect([...Object.keys(report.faults), ...rare]).toEqual(expect.arrayContaining(Object.keys(weights)));
  });
});
