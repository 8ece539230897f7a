import type { Target } from '../http/read-target.js';
import type { WireRequest } from '../http/wire.js';
import { isObject } from '../org/json.js';
import type { Match } from '../routing/router.js';

/** What decides about the limit of a request. */
export interface LimitedRequest {
  /** One that the path knows; empty if it knows none like it. */
  readonly verb: string;
  /** Path with placeholders, `/` for one that does not exist. */
  readonly template: string;
  readonly path: string;
  /** The `Authorization` header: each token has its share. */
  readonly principal: string | undefined;
  /** Reads whom a request to sign in is about. */
  readonly username: () => string | undefined;
}

/**
 * @param request - as it arrived
 * @param target - its path
 * @param match - what the path leads to
 * @returns what decides about its limit
 */
export function limitedRequest(request: WireRequest, { uri }: Target, match: Match): LimitedRequest {
  const known = match.kind === 'found' ? match.route : { verb: '', template: '/' };
  return {
    verb: known.verb,
    template: known.template,
    path: uri,
    principal: request.headers['authorization'],
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
