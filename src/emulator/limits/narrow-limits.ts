import type { LimitedRequest } from './limited-request.js';

/** A ceiling that holds for one user, one factor … instead of the org. */
interface NarrowLimit {
  readonly verb: string;
  readonly template: RegExp;
  readonly limit: number;
  readonly windowMs: number;
  /** What the headers of a refusal say. */
  readonly shown: number;
  /** For whom the ceiling holds; nobody if `undefined`. */
  readonly key: (request: LimitedRequest) => string | undefined;
}

/** Source: https://developer.okta.com/docs/reference/rl-additional-limits/ */
const narrowLimits: readonly NarrowLimit[] = [
  {
    verb: 'POST',
    template: /^\/api\/v1\/authn$/,
    limit: 4,
    windowMs: 1000,
    shown: 1,
    key: ({ username }) => username()?.toLowerCase(),
  },
  {
    verb: 'POST',
    template: /^\/api\/v1\/users\/\{[^}]*\}\/factors\/\{[^}]*\}\/lifecycle\/activate$/,
    limit: 5,
    windowMs: 300_000,
    shown: 5,
    key: ({ path }) => path,
  },
];

/** The refusal of a request that comes too soon after others of its kind. */
export interface NarrowBreach {
  readonly shown: number;
  /** Milliseconds since 1970. */
  readonly ends: number;
}

/** Counts what users and factors do. */
export interface NarrowCounts {
  /**
   * @param request - counted if one of the limits is about it
   * @param now - milliseconds since 1970
   * @returns the breach, if it is one
   */
  count(request: LimitedRequest, now: number): NarrowBreach | undefined;
  clear(): void;
}

/** So many keys are kept before those whose time is over are thrown away. */
const MANY = 10_000;

/**
 * @returns counts of nothing
 */
export function createNarrowCounts(): NarrowCounts {
  const counts = new Map<string, { used: number; readonly ends: number }>();
  return {
    count(request, now) {
      const rule = narrowLimits.find(({ verb, template }) => verb === request.verb && template.test(request.template));
      const key = rule?.key(request);
      if (rule === undefined || key === undefined) return undefined;
      if (counts.size > MANY) dropEnded(counts, now);
      const found = counts.get(key);
      const current = found && found.ends > now ? found : { used: 0, ends: now + rule.windowMs };
      counts.set(key, current);
      current.used += 1;
      return current.used > rule.limit ? { shown: rule.shown, ends: current.ends } : undefined;
    },
    clear: () => counts.clear(),
  };
}

function dropEnded(counts: Map<string, { readonly ends: number }>, now: number): void {
  for (const [key, { ends }] of counts) if (ends <= now) counts.delete(key);
}
