import { RedirectError } from '../errors/redirect-error.js';
import type { HttpRequest, HttpResponse, Middleware } from '../http/message.js';

/** 304 is no redirect, 300 and 305 are not used. Source: RFC 9110, section 15.4 */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Turns redirects into errors that say where they pointed.
 *
 * @returns the middleware; rejects with {@link RedirectError}
 */
export function refuseRedirects(): Middleware {
  return async (request, next) => {
    const response = await next(request);
    const target = targetOf(request, response);
    if (target === undefined) return response;
    throw new RedirectError({ request, response }, target);
  };
}

function targetOf({ url }: HttpRequest, { status, headers }: HttpResponse): string | undefined {
  const location = REDIRECTS.has(status) ? headers.get('location') : null;
  if (location === null) return undefined;
  return URL.canParse(location, url) ? new URL(location, url).host : 'an address that is none';
}
