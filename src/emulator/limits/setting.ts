import { OktaError } from '../../errors/okta-error.js';
import { type Bucket, bucketFrom, bucketsOf, concurrency, type Plan } from './buckets.js';

/**
 * Ceilings of the org. A key with a slash is a method and a path, as an admin reads them in the org's rate limit
 * dashboard; what is left out stays as in an org of the plan.
 *
 * @example `{ 'GET /api/v1/users': 600, '/api/v1/apps*': 100, concurrent: 75, tokenShare: 100 }`
 */
export interface RateLimitTable {
  /** Whose ceilings hold where the table names none; `workforce` unless given. */
  readonly plan?: Plan;
  /** Requests in flight at once; 75 in workforce orgs, 35 in free ones. */
  readonly concurrent?: number;
  /** Percentage of each ceiling that one API token or OAuth client may use; 50 unless given. */
  readonly tokenShare?: number;
  readonly [target: `${string}/${string}`]: number | undefined;
}

/** What holds in an org. */
export interface Ceilings {
  readonly buckets: readonly Bucket[];
  readonly concurrent: number;
  /** At most 1. */
  readonly tokenShare: number;
  /** Whether requests above a ceiling are refused. */
  readonly enforced: boolean;
}

const TOKEN_SHARE = 50;

/**
 * Reads the setting of an emulator.
 *
 * @param setting - `true` for the ceilings of a workforce org, nothing for none
 * @returns what holds
 * @throws OktaError `OKTA_EMULATOR_OPTION` for a table that makes no sense
 */
export function ceilingsFrom(setting: boolean | RateLimitTable = false): Ceilings {
  const { plan = 'workforce', concurrent, tokenShare = TOKEN_SHARE, ...own } = setting === true ? {} : setting || {};
  if (!Object.hasOwn(concurrency, plan)) throw wrong(`the plan '${plan}' is neither workforce nor integrator`);
  if (!(tokenShare > 0 && tokenShare <= 100)) throw wrong('tokenShare is a percentage above 0');
  return {
    buckets: [...Object.entries(own).map(ownBucket), ...bucketsOf(plan)],
    concurrent: wholeNumber('concurrent', concurrent ?? concurrency[plan]),
    tokenShare: tokenShare / 100,
    enforced: setting !== false,
  };
}

function ownBucket([target, limit]: [string, unknown]): Bucket {
  try {
    return bucketFrom(target, wholeNumber(target, limit));
  } catch (error) {
    throw error instanceof OktaError ? error : wrong(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw wrong(`${name} is not a whole number above 0`);
}

function wrong(reason: string): OktaError {
  return new OktaError('OKTA_EMULATOR_OPTION', `rateLimits: ${reason}.`);
}
