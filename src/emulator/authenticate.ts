import { fail } from './answers/fault.js';
import type { Caller } from './call.js';
import type { WireRequest } from './http/wire.js';
import { authorizeToken } from './oauth/authorize-token.js';
import { mayAct } from './oauth/may-act.js';
import type { Org } from './org/org.js';
import type { Route } from './routing/router.js';
import { mayVisit } from './sessions/may-visit.js';
import { sessionCaller } from './sessions/session-cookie.js';

/** What the service wants to know of a request before it answers. */
export interface Incoming {
  readonly request: WireRequest;
  readonly route: Pick<Route, 'verb' | 'isPublic'>;
  /** Path of the request, without query. */
  readonly uri: string;
  /** OAuth scopes of the operation. */
  readonly scopes: readonly string[];
}

/** Okta's SDK for Python writes no space behind `SSWS`, and the service takes it. */
const CREDENTIALS = /^(SSWS|(?:Bearer|DPoP)(?= )) *(\S+)$/i;

/**
 * Finds out who sent a request, and whether they may.
 *
 * @param incoming - the request, and what its operation demands
 * @param org - whose tokens are valid
 * @returns the caller; nobody on public routes, unless a valid API token came along
 * @throws Fault `E0000005` without a usable `Authorization` or the cookie of a session, `E0000011` for an API token that
 * is not valid, `E0000006` without the right role
 * @throws Refusal without a body for an access token that is not valid or lacks a scope
 * @see https://developer.okta.com/docs/reference/core-okta-api/#authentication
 */
export function authenticate(incoming: Incoming, org: Org): Caller {
  const { request, route } = incoming;
  const [, scheme = '', token = ''] = CREDENTIALS.exec(request.headers['authorization']?.trim() ?? '') ?? [];
  const isApiToken = scheme.toLowerCase() === 'ssws';
  if (route.isPublic) return (isApiToken ? ownerOf(token, org) : undefined) ?? {};
  if (scheme === '') return visitorOf(incoming, org);
  const caller = isApiToken ? ownerOf(token, org) : authorizeToken(org, { ...incoming, scheme, token });
  if (caller === undefined) throw fail('E0000011');
  if (!mayAct(org, caller, route.verb)) throw fail('E0000006');
  return caller;
}

/** Browsers show the cookie of a session instead. */
function visitorOf({ request, uri }: Incoming, org: Org): Caller {
  const caller = sessionCaller(org, request.headers['cookie']);
  if (caller?.user === undefined) throw fail('E0000005');
  if (!mayVisit(org, caller.user, uri)) throw fail('E0000006');
  return caller;
}

function ownerOf(secret: string, { apiTokens, users }: Org): Caller | undefined {
  const token = apiTokens.get(secret);
  const user = token && users.get(token.userId);
  return token && user && { user, tokenId: token.id };
}
