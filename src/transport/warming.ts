import type { Handler } from '../http/message.js';

/** A transport that may be done with. */
export interface Retiring {
  readonly send: Handler;
  /** Nothing is sent by it any more: closes what it keeps, once the answers that are due have come. */
  retire(): void;
}

/** Fewer calls than this end sooner without loading anything for them. */
const FEW_CALLS = 8;

/**
 * Sends the first requests by a transport that is there at once, and later ones by one that must be loaded. If loading
 * fails, all go by the first.
 *
 * @param atOnce - for the first requests
 * @param load - gets the other one
 * @returns a handler that sends requests as they are
 */
export function warming(atOnce: Retiring, load: () => Promise<Handler>): Handler {
  let calls = 0;
  let current = atOnce.send;
  const warm = async () => {
    const loaded = await load().catch(() => undefined);
    if (loaded === undefined) return;
    current = loaded;
    atOnce.retire();
  };
  return (request) => {
    calls += 1;
    if (calls === FEW_CALLS) void warm();
    return current(request);
  };
}
