import type { Exchange } from './response-error.js';
import { HttpError } from './response-error.js';

/**
 * The service, or something before it, wanted the call to go elsewhere. Redirects are never followed: they would carry
 * credentials along, and the API has none.
 *
 * @example `if (error instanceof okta.RedirectError) console.error(error.target);`
 * @see RFC 9110, section 15.4
 */
export class RedirectError extends HttpError {
  /** Host that it pointed to; nothing else of the address, which may hold tokens. */
  readonly target: string;

  constructor(exchange: Exchange, target: string) {
    const host = new URL(exchange.request.url).host;
    const where = target === host ? 'to another address of the same host' : `to ${target}`;
    const reason = `redirects ${where}; redirects are not followed: check \`orgUrl\`, and whether a proxy or sign-in page stands between`;
    super(exchange, { reason, body: '' });
    this.target = target;
  }
}
RedirectError.prototype.name = 'RedirectError';
