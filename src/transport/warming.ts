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
 * fails, all go by the first. Lists that are read one page after the other do not call for the other one: a page costs
 * far more to read than to ask for.
 *
 * @param atOnce - for the first requests
 * @param load - gets the other one
 * @returns a handler that sends requests as they are
 */
export function warming(atOnce: Retiring, load: () => Promise<Handler>): Handler {
  let calls = 0;
  let underWay = 0;
  let loaded: Handler | undefined;
  const warm = async () => {
    loaded = await load().catch(() => undefined);
    if (loaded !== undefined) atOnce.retire();
  };
  const sendAtOnce: Handler = async (request) => {
    const isNextPage = request.isCollection && underWay === 0;
    if (!isNextPage && ++calls === FEW_CALLS) void warm();
    underWay += 1;
    try {
      return await atOnce.send(request);
    } finally {
      underWay -= 1;
    }
  };
  return (request) => (loaded ?? sendAtOnce)(request);
}
