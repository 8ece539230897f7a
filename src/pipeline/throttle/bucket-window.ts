import { AT_ONCE, SAME_WINDOW_S, SPARE, WINDOW_MS } from './governor-options.js';
import type { LimitSeen, Turn } from './rate-limit-store.js';

/** A bucket in the window that is open, or the last one that was. Times are milliseconds of the store's clock. */
export interface BucketWindow {
  limit: number;
  /** What nobody, as far as is known, has used yet. */
  left: number;
  /** Name of the window: {@link LimitSeen.reset}. */
  reset: number;
  endsAt: number;
  /** When the next request is due, once they are spread. */
  nextAt: number;
  /** The window after the one that `reset` names; no answer has told its name yet. */
  assumed: boolean;
}

/**
 * Counts a request, if there is room for it.
 *
 * @param window - changed; `undefined` if nothing is known
 * @param now - of the store's clock
 * @param percent - of the limit that may be used
 * @returns whether and when the request may go
 */
export function takeTurn(window: BucketWindow | undefined, now: number, percent: number): Turn {
  if (window === undefined) return { granted: true, waitMs: 0, known: false };
  if (now >= window.endsAt) openNext(window, now);
  const usable = Math.max(1, Math.floor(window.limit * (percent / 100 - SPARE)));
  const left = window.left - (window.limit - usable);
  if (left <= 0) return { granted: false, waitMs: window.endsAt - now, known: true };
  const at = left > usable * AT_ONCE ? now : Math.max(now, window.nextAt);
  window.left -= 1;
  window.nextAt = at + (window.endsAt - at) / left;
  return { granted: true, waitMs: at - now, known: true };
}

/** The service opens a window with the first request after the last one. */
function openNext(window: BucketWindow, now: number): void {
  Object.assign(window, { left: window.limit, endsAt: now + WINDOW_MS, nextAt: now, assumed: true });
}

/**
 * Learns from an answer. Answers may be late: what they say about the open window only lowers what is left, and what
 * they say about an older one is dropped. The end is known to the second; the earliest guess is the best.
 *
 * @param window - so far, changed; `undefined` if nothing is known
 * @param seen - what the answer says
 * @param now - of the store's clock
 * @returns the window; `undefined` as long as the limit is not known
 */
export function learnLimit(window: BucketWindow | undefined, seen: LimitSeen, now: number): BucketWindow | undefined {
  const limit = seen.limit ?? window?.limit;
  if (limit === undefined || (window && isNarrower(seen, window))) return window;
  const endsAt = now + seen.endsInMs;
  const left = seen.refused ? 0 : seen.remaining;
  const fresh = { limit, left, reset: seen.reset, endsAt, nextAt: now, assumed: false };
  if (window === undefined || seen.refused) return fresh;
  const isNext = seen.reset > window.reset + SAME_WINDOW_S;
  if (isNext === window.assumed) {
    const least = Math.min(window.left, left);
    return {
      ...window,
      ...(isNext && { reset: seen.reset }),
      limit,
      left: least,
      endsAt: Math.min(window.endsAt, endsAt),
      assumed: false,
    };
  }
  return isNext ? fresh : window;
}

/** The limit of one user or one factor: it must not stop the others. */
function isNarrower({ refused, limit }: LimitSeen, window: BucketWindow): boolean {
  return refused && limit !== undefined && limit < window.limit;
}
