import type { Bucket } from './buckets.js';

/** A minute of a bucket, from its first request on. */
export interface Window {
  readonly bucket: Bucket;
  /** Milliseconds since 1970, a whole second. */
  readonly ends: number;
  used: number;
  /** By whom: `Authorization` header to number of requests. */
  readonly shares: Map<string, number>;
  warned: boolean;
  violated: boolean;
}

const WINDOW_MS = 60_000;

/**
 * @param bucket - whose minute begins
 * @param now - milliseconds since 1970
 * @returns a window that nobody has used yet
 */
export function openWindow(bucket: Bucket, now: number): Window {
  const ends = Math.floor(now / 1000) * 1000 + WINDOW_MS;
  return { bucket, ends, used: 0, shares: new Map(), warned: false, violated: false };
}

/** What is left of a window for one caller. */
export interface Rest {
  /** Ceiling that the caller sees: their share, or that of the org for callers without a token. */
  readonly ceiling: number;
  readonly left: number;
}

/**
 * @param window - of the request's bucket
 * @param principal - `Authorization` header of the request
 * @param tokenShare - part of the ceiling that one token may use
 * @returns how many requests the caller has left, the current one included
 */
export function restOf({ bucket, used, shares }: Window, principal: string | undefined, tokenShare: number): Rest {
  const left = bucket.limit - used;
  if (principal === undefined) return { ceiling: bucket.limit, left };
  const ceiling = Math.max(1, Math.floor(bucket.limit * tokenShare));
  return { ceiling, left: Math.min(left, ceiling - (shares.get(principal) ?? 0)) };
}

/**
 * @param window - of the request's bucket
 * @param principal - `Authorization` header of the request
 */
export function useWindow(window: Window, principal: string | undefined): void {
  window.used += 1;
  if (principal !== undefined) window.shares.set(principal, (window.shares.get(principal) ?? 0) + 1);
}
