import type { Middleware } from '../http/message.js';

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
  return async (request, next) => {
    const text = typeof token === 'string' ? token : await token();
    return next({ ...request, headers: { ...request.headers, Authorization: `${scheme} ${text}` } });
  };
}
