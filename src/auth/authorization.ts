import { ConfigError } from '../errors/config-error.js';
import { unlessAborted } from '../errors/unless-aborted.js';
import type { HttpRequest, Middleware } from '../http/message.js';
import { withHeaders } from '../http/with-headers.js';

/** What goes into the `Authorization` header: a scheme, and a credential or a function that gets a fresh one. */
export interface Credential {
  readonly scheme: 'SSWS' | 'Bearer';
  readonly token: string | (() => string | Promise<string>);
}

/**
 * Adds the `Authorization` header. Stands inside retry, so that every attempt asks for the token anew.
 *
 * @param credential - scheme and token
 * @returns the middleware
 * @see https://developer.okta.com/docs/reference/core-okta-api/#authentication and RFC 6750, section 2.1
 */
export function authorization({ scheme, token }: Credential): Middleware {
  const withToken = (request: HttpRequest, text: string) =>
    withHeaders(request, { Authorization: `${scheme} ${text}` });
  if (typeof token === 'string') return (request, next) => next(withToken(request, token));
  const fresh = async () => checked(await token());
  return async (request, next) => next(withToken(request, await unlessAborted(request, fresh())));
}

/** A token that is none would be sent as `Bearer undefined`, or split the header. */
function checked(token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  const reason = `must give the bare token as text; it gave ${typeof token === 'string' ? 'text that is none' : typeof token}`;
  throw new ConfigError([{ setting: 'accessToken', source: 'function', reason }]);
}
