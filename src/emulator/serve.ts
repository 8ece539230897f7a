import type { Clock } from '../clock.js';
import { fail } from './answers/fault.js';
import type { WireAnswer, WireRequest } from './http/wire.js';
import { writeAnswer } from './http/write-answer.js';
import type { Org } from './org/org.js';
import { answerRequest, type ServiceParts } from './service.js';
import type { World } from './world.js';

/** Answers a request; from another org than the current one, if one is given. */
export type Serve = (request: WireRequest, signal: AbortSignal | undefined, org?: Org) => Promise<WireAnswer>;

/** What serves. */
export interface ServeParts extends ServiceParts {
  readonly world: World;
  readonly clock: Pick<Clock, 'sleep'>;
  /** Gives the milliseconds that the next answer takes. */
  readonly latency: () => number;
}

/**
 * Puts what happens around an answer in order: count it as in flight, wait, answer, write down what changed.
 *
 * @param parts - what serves
 * @returns the function
 */
export function createServe(parts: ServeParts): Serve {
  const { limits, clock, latency, world } = parts;
  return async (request, signal, org) => {
    const place = limits.enter();
    try {
      const ms = latency();
      if (ms > 0 && !place.crowded) await clock.sleep(ms, signal);
      const answer = await answerRequest(parts, org ?? world.org(), request, place.crowded);
      return await committed(world, request, answer);
    } finally {
      place.leave();
    }
  };
}

async function committed(world: World, { origin }: WireRequest, answer: WireAnswer): Promise<WireAnswer> {
  try {
    await world.commit();
    return answer;
  } catch (error) {
    const fault = fail('E0000009', '', [`The data file could not be written: ${String(error)}`]);
    return writeAnswer(fault, { org: world.org(), origin, requestId: '' });
  }
}
