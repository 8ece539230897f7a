import { type Bucket, bucketFor, bucketsOf, isUnlimited } from './buckets.js';
import type { LimitedRequest } from './limited-request.js';
import { createNarrowCounts } from './narrow-limits.js';
import type { Ceilings } from './setting.js';
import { openWindow, restOf, useWindow, type Window } from './window.js';

/** What the System Log tells about limits, at most once in a window. */
export type LimitEvent = 'system.org.rate_limit.warning' | 'system.org.rate_limit.violation';

/** Whether a request may go on. */
export interface Admission {
  readonly refused: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
  readonly bucket: string;
  readonly events: readonly LimitEvent[];
}

/** A request that is being answered. */
export interface Place {
  /** More were in flight than the org takes. */
  readonly crowded: boolean;
  leave(): void;
}

/** How far a bucket is used. */
export interface BucketUse {
  readonly name: string;
  readonly limit: number;
  readonly used: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

/** Counts requests. No part of the org: a reset and a restart forget it. */
export interface RateLimits {
  enter(): Place;
  /**
   * @param request - counted if it may go on
   * @param crowded - whether too many were in flight when it arrived
   * @returns whether it may go on, and what the headers say
   */
  admit(request: LimitedRequest, crowded: boolean): Admission;
  /** Buckets whose minute is not over, and requests in flight. */
  use(): { readonly enforced: boolean; readonly inFlight: number; readonly buckets: readonly BucketUse[] };
  clear(): void;
}

/** Percentage of a ceiling at which orgs are warned. Source: warning threshold in the rate limit settings API. */
const WARNING = 0.6;
const CROWDED_MS = 1000;

/**
 * @param ceilings - what holds
 * @param clock - the clock of the org, which also writes the `Date` header
 * @returns counts of nothing
 * @see https://developer.okta.com/docs/reference/rate-limits/
 */
export function createRateLimits(ceilings: Ceilings, clock: { now(): number }): RateLimits {
  const windows = new Map<string, Window>();
  const narrow = createNarrowCounts();
  const found = new Map<string, Bucket>();
  let inFlight = 0;

  const bucketOf = ({ verb, template }: LimitedRequest) => {
    const key = `${verb} ${template}`;
    const bucket = found.get(key) ?? bucketFor(ceilings.buckets, verb, template);
    found.set(key, bucket);
    return bucket;
  };

  const windowOf = (bucket: Bucket, now: number) => {
    const open = windows.get(bucket.name);
    if (open !== undefined && now < open.ends) return open;
    const next = openWindow(bucket, now);
    windows.set(bucket.name, next);
    return next;
  };

  return {
    enter() {
      inFlight += 1;
      const crowded = ceilings.enforced && inFlight > ceilings.concurrent;
      let inside = true;
      const leave = () => {
        if (inside) inFlight -= 1;
        inside = false;
      };
      return { crowded, leave };
    },
    admit(request, crowded) {
      const now = clock.now();
      const window = windowOf(bucketOf(request), now);
      if (!ceilings.enforced) return freely(window, now);
      if (crowded) return refusal(window, { limit: 0, ends: now + CROWDED_MS });
      const breach = narrow.count(request, now);
      if (breach) return refusal(window, { limit: breach.shown, ends: breach.ends });
      return isUnlimited(request.template) ? freely(window, now) : limited(window, request, ceilings);
    },
    use: () => ({
      enforced: ceilings.enforced,
      inFlight,
      buckets: [...windows.values()].filter(({ ends }) => ends > clock.now()).map(useOf),
    }),
    clear() {
      windows.clear();
      narrow.clear();
    },
  };
}

/** Where nothing is limited, each request seems to be the first of its window. */
function freely(window: Window, now: number): Admission {
  window.used += 1;
  const { name, limit } = window.bucket;
  const reset = openWindow(window.bucket, now).ends / 1000;
  return { refused: false, limit, remaining: limit - 1, reset, bucket: name, events: [] };
}

function limited(window: Window, { principal, share }: LimitedRequest, { tokenShare }: Ceilings): Admission {
  const { ceiling, left } = restOf(window, principal, share() ?? tokenShare);
  if (left <= 0) return refusal(window, { limit: ceiling, ends: window.ends });
  useWindow(window, principal);
  const used = Math.max(window.used / window.bucket.limit, (ceiling - left + 1) / ceiling);
  const warning = !window.warned && used >= WARNING;
  window.warned ||= warning;
  return {
    refused: false,
    limit: ceiling,
    remaining: left - 1,
    reset: window.ends / 1000,
    bucket: window.bucket.name,
    events: warning ? ['system.org.rate_limit.warning'] : [],
  };
}

function refusal(window: Window, { limit, ends }: { limit: number; ends: number }): Admission {
  const events: LimitEvent[] = window.violated ? [] : ['system.org.rate_limit.violation'];
  window.violated = true;
  return { refused: true, limit, remaining: 0, reset: Math.ceil(ends / 1000), bucket: window.bucket.name, events };
}

/**
 * @param now - milliseconds since 1970
 * @returns what the headers say to a request that was not understood
 */
export function standingAdmission(now: number): Admission {
  return freely(openWindow(bucketFor(bucketsOf('workforce'), '', '/'), now), now);
}

function useOf({ bucket, used, ends }: Window): BucketUse {
  return { name: bucket.name, limit: bucket.limit, used, reset: ends / 1000 };
}

/**
 * @param admission - of the request
 * @returns the headers that tell about it
 */
export function rateLimitHeaders({ limit, remaining, reset }: Admission): [string, string][] {
  return [
    ['X-Rate-Limit-Limit', String(limit)],
    ['X-Rate-Limit-Remaining', String(remaining)],
    ['X-Rate-Limit-Reset', String(reset)],
  ];
}
