/** Requests per minute of the operations that a rule covers. */
interface Bucket {
  readonly verbs?: readonly string[];
  /** Path with `{}` for placeholders; a `*` at the end stands for anything. */
  readonly path: string;
  readonly perMinute: number;
}

/**
 * Ceilings of a workforce org; the first rule that fits decides.
 *
 * Source: https://developer.okta.com/docs/reference/rl-global-mgmt/
 */
const buckets: readonly Bucket[] = [
  { path: '/api/v1/apps/{}', perMinute: 500 },
  { path: '/api/v1/apps*', perMinute: 100 },
  { path: '/api/v1/groups/{}', perMinute: 1000 },
  { path: '/api/v1/groups*', perMinute: 500 },
  { verbs: ['GET', 'POST'], path: '/api/v1/users', perMinute: 600 },
  { verbs: ['GET'], path: '/api/v1/users/{}', perMinute: 2000 },
  { verbs: ['POST', 'PUT', 'DELETE'], path: '/api/v1/users/{}', perMinute: 600 },
  { path: '/api/v1/logs', perMinute: 120 },
  { path: '/oauth2/v1/clients*', perMinute: 100 },
];
/** Ceiling of everything else, also of paths that do not exist. */
export const OTHER_PATHS = 1200;
const WINDOW_S = 60;

/**
 * @param verb - of an operation
 * @param template - its path with placeholders
 * @returns how many requests per minute its bucket allows
 */
export function ceilingOf(verb: string, template: string): number {
  const path = template.replace(/\{[^}]*\}/g, '{}');
  const bucket = buckets.find((rule) => (rule.verbs?.includes(verb) ?? true) && covers(rule.path, path));
  return bucket?.perMinute ?? OTHER_PATHS;
}

function covers(rule: string, path: string): boolean {
  return rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule;
}

/**
 * What the headers about rate limits say. Nothing is limited, so each request seems to be the first of its window.
 *
 * @param perMinute - of the bucket
 * @param now - milliseconds since 1970
 * @returns the headers
 */
export function rateLimitHeaders(perMinute: number, now: number): [string, string][] {
  return [
    ['X-Rate-Limit-Limit', String(perMinute)],
    ['X-Rate-Limit-Remaining', String(perMinute - 1)],
    ['X-Rate-Limit-Reset', String(Math.floor(now / 1000) + WINDOW_S)],
  ];
}
