import { AbortError } from '../errors/network-errors.js';
import type { HttpRequest, Middleware } from '../http/message.js';

/**
 * Sends at most so many requests to an origin at a time, so that there are no more connections to it; the others wait
 * in order. Stands before the time limit of an attempt, which begins when its turn has come.
 *
 * @param most - requests at a time, at least 1
 * @returns the middleware; rejects with {@link AbortError} if the signal of a request that waits aborts
 */
export function slots(most: number): Middleware {
  const origins = new Map<string, Slots>();
  return async (request, next) => {
    const origin = originOf(request.url);
    const free = origins.get(origin) ?? new Slots(most);
    origins.set(origin, free);
    const turn = free.take(request);
    if (turn !== undefined) await turn;
    try {
      return await next(request);
    } finally {
      free.give();
    }
  };
}

/** Everything before the path: URLs come normalised, and to parse one takes longer than all the rest here. */
function originOf(url: string): string {
  const end = url.indexOf('/', url.indexOf('//') + 2);
  return end < 0 ? url : url.slice(0, end);
}

/** The slots of one origin. */
class Slots {
  #free: number;
  /** In the order in which they came. */
  readonly #waiting = new Set<() => void>();

  constructor(most: number) {
    this.#free = most;
  }

  /** @returns what to wait for, if none is free */
  take(request: HttpRequest): Promise<void> | undefined {
    if (this.#free <= 0) return this.#turn(request);
    this.#free--;
    return undefined;
  }

  /** Whoever waits first gets it. */
  give(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#free++;
    else next();
  }

  #turn(request: HttpRequest): Promise<void> {
    const { signal } = request;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(enter);
        signal?.removeEventListener('abort', abort);
      };
      const enter = () => {
        leave();
        resolve();
      };
      const abort = () => {
        leave();
        reject(new AbortError(request, signal?.reason));
      };
      if (signal?.aborted) return abort();
      this.#waiting.add(enter);
      signal?.addEventListener('abort', abort);
    });
  }
}
