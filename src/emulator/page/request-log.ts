import type { WireAnswer, WireRequest } from '../http/wire.js';

/** A request that was answered, as it was. */
export interface Exchange {
  /** Counts the requests since the emulator was made. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly request: WireRequest;
  readonly answer: WireAnswer;
  /** How long it took. */
  readonly ms: number;
}

/** Told of what happens. */
export type Listener = (news: Exchange | 'reset') => void;

/** The latest requests; a reset does not forget them. */
export interface RequestLog {
  /**
   * @param request - the request
   * @param at - when it arrived
   * @param answering - answers it
   * @returns the answer
   */
  watch(request: WireRequest, at: number, answering: () => Promise<WireAnswer>): Promise<WireAnswer>;
  /** The earliest first. */
  list(): readonly Exchange[];
  clear(): void;
  /** Tells listeners that the org went back to its seed. */
  tellReset(): void;
  /**
   * @param listener - told of every request from now on, and of resets
   * @returns ends that
   */
  subscribe(listener: Listener): () => void;
}

const KEPT = 500;
/** Bodies larger than this are not kept: long lists would take 100 MB. */
const LARGEST_BODY = 32 * 1024;

/**
 * @returns a log of nothing
 */
export function createRequestLog(): RequestLog {
  const listeners = new Set<Listener>();
  let exchanges: Exchange[] = [];
  let count = 0;
  const add = (exchange: Exchange) => {
    exchanges.push(exchange);
    if (exchanges.length > 2 * KEPT) exchanges = exchanges.slice(-KEPT);
    for (const listener of listeners) listener(exchange);
  };
  return {
    async watch(request, at, answering) {
      const start = performance.now();
      const answer = await answering();
      count += 1;
      add({ number: count, at, request: slim(request), answer: slim(answer), ms: performance.now() - start });
      return answer;
    },
    list: () => exchanges.slice(-KEPT),
    clear() {
      exchanges = [];
    },
    tellReset() {
      for (const listener of listeners) listener('reset');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function slim<T extends { readonly body: string | Uint8Array | undefined }>(message: T): T {
  const length = message.body?.length ?? 0;
  return length > LARGEST_BODY ? { ...message, body: `(${length} bytes)` } : message;
}
