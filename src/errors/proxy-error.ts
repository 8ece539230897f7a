import type { HttpRequest } from '../http/message.js';
import { redactUrl } from '../http/redact-url.js';
import { OktaError } from './okta-error.js';

/** What people can do about an answer of a proxy, by its status. */
const ADVICE: Readonly<Record<number, string>> = {
  403: 'it does not let connections to this host through; ask who runs it',
  407: 'user name or password are missing or wrong; check `proxy.username` and `proxy.password`, or the proxy URL',
};

/**
 * The proxy refused to pass the call on. Nothing reached the service. Not tried again, as it would be refused again.
 *
 * @example `if (error instanceof okta.ProxyError) console.error(error.proxy, error.status);`
 * @see RFC 9110, sections 9.3.6 and 15.5.8
 */
export class ProxyError extends OktaError {
  /** Host and port of the proxy. */
  readonly proxy: string;
  /** HTTP status code of its answer, e.g. 407. */
  readonly status: number;
  readonly method: string;
  readonly url: string;

  constructor(request: HttpRequest, proxy: string, status: number) {
    const { method, url } = request;
    const advice = ADVICE[status] ?? 'it does not work as a proxy for this call';
    super('OKTA_PROXY', `The proxy ${proxy} answered ${status}: ${advice} (${method} ${redactUrl(url)})`);
    this.proxy = proxy;
    this.status = status;
    this.method = method;
    this.url = redactUrl(url);
  }
}
ProxyError.prototype.name = 'ProxyError';
