import type { Target } from '../http/read-target.js';
import type { WireRequest } from '../http/wire.js';
import { isObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { Match } from '../routing/router.js';
import { shareOf } from './principal-share.js';

/** What decides about the limit of a request. */
export interface LimitedRequest {
  /** One that the path knows; empty if it knows none like it. */
  readonly verb: string;
  /** Path with placeholders, `/` for one that does not exist. */
  readonly template: string;
  readonly path: string;
  /** The `Authorization` header: each token has its share. */
  readonly principal: string | undefined;
  /** Reads how large that share is, from 0 to 1; `undefined` if it is the usual one. */
  readonly share: () => number | undefined;
  /** Reads whom a request to sign in is about. */
  readonly username: () => string | undefined;
}

/** What a request leads to. */
export interface Destination {
  readonly org: Org;
  readonly target: Target;
  readonly match: Match;
}

/**
 * @param request - as it arrived
 * @param destination - what it leads to
 * @returns what decides about its limit
 */
export function limitedRequest(request: WireRequest, { org, target: { uri }, match }: Destination): LimitedRequest {
  const known = match.kind === 'found' ? match.route : { verb: '', template: '/' };
  return {
    verb: known.verb,
    template: known.template,
    path: uri,
    principal: request.headers['authorization'],
    share: () => shareOf(org, request.headers['authorization']),
    username: () => usernameIn(request.body),
  };
}

function usernameIn(body: WireRequest['body']): string | undefined {
  try {
    const sent: unknown = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
    const username = isObject(sent) ? sent['username'] : undefined;
    return typeof username === 'string' ? username : undefined;
  } catch {
    return undefined;
  }
}
