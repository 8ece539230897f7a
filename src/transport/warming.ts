import type { Handler } from '../http/message.js';

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
export function warming(atOnce: Handler, load: () => Promise<Handler>): Handler {
  let calls = 0;
  let current = atOnce;
  const warm = async () => {
    current = await load().catch(() => atOnce);
  };
  return (request) => {
    calls += 1;
    if (calls === FEW_CALLS) void warm();
    return current(request);
  };
}
