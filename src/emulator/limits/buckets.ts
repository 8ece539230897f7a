/** Requests that share a ceiling. */
export interface Bucket {
  /** Method and path as in {@link RateLimitTable}; also what the page and the log call it. */
  readonly name: string;
  readonly verbs?: readonly string[];
  /** Path with `{}` for placeholders; a `*` at the end stands for anything. */
  readonly path: string;
  /** Requests a minute of the whole org. */
  readonly limit: number;
}

/** Sizes of orgs that differ in their ceilings. */
export type Plan = 'workforce' | 'integrator';

/** Methods (any if left out), path, ceiling of a workforce org, ceiling of a free one. */
type Line = readonly [target: string, workforce: number, integrator: number];

/**
 * Ceilings per minute.
 *
 * Source: https://developer.okta.com/docs/reference/rl-global-mgmt/ and recorded traffic.
 */
const lines: readonly Line[] = [
  ['/api/v1/apps/{}', 500, 100],
  ['/api/v1/apps*', 100, 20],
  ['/api/v1/groups/{}', 1000, 100],
  ['/api/v1/groups*', 500, 100],
  ['GET,POST /api/v1/users', 600, 100],
  ['GET /api/v1/users/{}', 2000, 100],
  ['POST,PUT,DELETE /api/v1/users/{}', 600, 100],
  ['/api/v1/logs', 120, 20],
  ['/api/v1/authn*', 500, 100],
  ['/api/v1/sessions*', 750, 100],
  ['/api/v1/org/email/bounces*', 10, 10],
  ['/api/v1/agentPools*', 20, 20],
  ['/api/v1/identity-sources*', 30, 15],
  ['/api/v1/devices*', 100, 100],
  ['/api/v1/domains/{}/verify', 15, 15],
  ['/oauth2/v1/clients*', 100, 25],
  ['/oauth2/v1/token', 2000, 300],
  ['/oauth2/{}/v1/token', 2000, 300],
  ['/oauth2/v1/authorize', 2000, 300],
  ['/oauth2/{}/v1/authorize', 2000, 300],
  // Everything else, also paths that do not exist.
  ['/*', 1200, 100],
];

/** Requests in flight. Source: https://developer.okta.com/docs/reference/rl-additional-limits/ */
export const concurrency: Readonly<Record<Plan, number>> = { workforce: 75, integrator: 35 };

/**
 * @param plan - size of the org
 * @returns its buckets
 */
export function bucketsOf(plan: Plan): Bucket[] {
  return lines.map(([target, workforce, integrator]) =>
    bucketFrom(target, plan === 'workforce' ? workforce : integrator),
  );
}

const TARGET = /^(?:(?<verbs>[A-Z]+(?:,[A-Z]+)*) )?(?<path>\/\S*)$/;

/**
 * @param target - e.g. `GET /api/v1/users` or `/api/v1/apps*`
 * @param limit - requests a minute
 * @returns the bucket
 * @throws Error if the target is neither a path nor methods and a path
 */
export function bucketFrom(target: string, limit: number): Bucket {
  const { verbs, path } = TARGET.exec(target)?.groups ?? {};
  if (path === undefined) throw new Error(`'${target}' is not of the form 'GET /api/v1/users' or '/api/v1/apps*'`);
  return { name: target, path: shapeOf(path), limit, ...(verbs !== undefined && { verbs: verbs.split(',') }) };
}

/** Paths with key material and metadata, which may be asked for as often as anyone likes. */
const unlimited: readonly string[] = [
  '/oauth2/v1/keys',
  '/oauth2/{}/v1/keys',
  '/.well-known*',
  '/oauth2/{}/.well-known*',
];

/**
 * @param template - path with placeholders
 * @returns whether its requests are never refused
 */
export function isUnlimited(template: string): boolean {
  return unlimited.some((path) => covers(path, shapeOf(template)));
}

/**
 * Finds the bucket of a request: the exact path wins over the longest beginning, a method over none, an earlier one over
 * a later one.
 *
 * @param buckets - the last of them takes everything
 * @param verb - of the request
 * @param template - its path with placeholders
 * @returns the bucket
 */
export function bucketFor(buckets: readonly Bucket[], verb: string, template: string): Bucket {
  const shape = shapeOf(template);
  const fitting = buckets.filter(({ path, verbs }) => covers(path, shape) && (verbs?.includes(verb) ?? true));
  const [best] = fitting.sort((one, other) => rank(other) - rank(one));
  if (best === undefined) throw new Error(`No bucket takes ${template}.`);
  return best;
}

const EXACT = 10_000;

function rank({ path, verbs }: Bucket): number {
  return (path.endsWith('*') ? path.length : EXACT) + (verbs ? 0.5 : 0);
}

function covers(rule: string, shape: string): boolean {
  return rule.endsWith('*') ? shape.startsWith(rule.slice(0, -1)) : shape === rule;
}

function shapeOf(template: string): string {
  return template.replace(/\{[^}]*\}/g, '{}');
}
