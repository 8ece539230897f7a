import { fail } from './answers/fault.js';
import type { Caller } from './call.js';
import type { WireRequest } from './http/wire.js';
import type { Org } from './org/org.js';

const SSWS = /^SSWS +(\S+)$/i;

/**
 * Finds out who sent a request.
 *
 * @param headers - of the request
 * @param org - whose tokens are valid
 * @returns the caller
 * @throws Fault `E0000005` without a usable `Authorization`, `E0000011` for a token that is not valid
 * @see https://developer.okta.com/docs/reference/core-okta-api/#authentication
 */
export function authenticate({ authorization = '' }: WireRequest['headers'], org: Org): Caller {
  const secret = SSWS.exec(authorization.trim())?.[1];
  if (secret === undefined) throw fail('E0000005');
  const token = org.apiTokens.get(secret);
  const user = token && org.users.get(token.userId);
  if (user === undefined) throw fail('E0000011');
  return { user, tokenId: token?.id ?? '' };
}
