import { parseJwt } from '../oauth/jwt.js';
import type { Org } from '../org/org.js';
import { STANDARD_PERCENTAGE } from '../principal-rate-limits/principal-rate-limit.js';

const CREDENTIALS = /^(SSWS|Bearer|DPoP) *(\S+)$/i;

/**
 * Finds the part of a ceiling that an admin gave one caller, other than the usual one.
 *
 * @param org - where such parts are set
 * @param authorization - header of a request, not checked yet
 * @returns from 0 to 1; `undefined` if the usual part holds
 * @see https://developer.okta.com/docs/reference/rl-best-practices/
 */
export function shareOf(org: Org, authorization: string | undefined): number | undefined {
  const id = principalId(org, authorization?.trim() ?? '');
  if (id === undefined) return undefined;
  for (const { principalId: whose, defaultPercentage } of org.principalRateLimits.values()) {
    // Each token has an entry from the start, which says no more than that nobody has changed it.
    if (whose === id && defaultPercentage !== STANDARD_PERCENTAGE) return defaultPercentage / 100;
  }
  return undefined;
}

/** Id of the API token, or of the client that the access token is for. */
function principalId(org: Org, authorization: string): string | undefined {
  const [, scheme = '', token = ''] = CREDENTIALS.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'ssws') return org.apiTokens.get(token)?.id;
  const cid = parseJwt(token)?.payload['cid'];
  return typeof cid === 'string' ? cid : undefined;
}
