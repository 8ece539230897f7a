/**
 * Header names and values of one message, names in lower case.
 *
 * Values are readable by `get(name)` as in `fetch`, and as properties (`headers['x-rate-limit-reset']`) as in v8.
 * Printing or serialising shows no credential: see {@link isSecretHeader}.
 *
 * @example
 * ```ts
 * const reset = Number(error.headers.get('x-rate-limit-reset'));
 * ```
 * @see RFC 9110, section 5
 */
export class HttpHeaders {
  readonly [name: `x-${string}` | `${string}-${string}`]: string | undefined;
  declare readonly date?: string;
  declare readonly link?: string;

  private constructor(pairs: Iterable<readonly [string, string | readonly string[] | undefined]>) {
    // Straight onto the object: it is made for every answer, and most have the same names in the same order.
    const own = this as unknown as Record<string, unknown>;
    for (const [name, value] of pairs) {
      const key = name.toLowerCase();
      const before = own[key];
      // No service sends a header called `get`; one that did would take the method away.
      if (value === undefined || (before !== undefined && typeof before !== 'string')) continue;
      const text = typeof value === 'string' ? value : value.join(', ');
      own[key] = before === undefined ? text : `${before}, ${text}`;
    }
  }

  /**
   * Builds headers from name-value pairs; repeated names are joined with `, `.
   *
   * @param pairs - names in any case; an array value stands for repeated header lines
   * @returns the headers
   * @example `HttpHeaders.from([['Link', '<…>; rel="self"'], ['Link', '<…>; rel="next"']])`
   * @see RFC 9110, section 5.3
   */
  static from(pairs: Iterable<readonly [string, string | readonly string[] | undefined]>): HttpHeaders {
    return new HttpHeaders(pairs);
  }

  /**
   * Value of a header.
   *
   * @param name - header name, any case
   * @returns the value, or `null` if the message has no such header
   * @example `response.headers.get('x-okta-request-id')`
   */
  get(name: string): string | null {
    const key = name.toLowerCase();
    return Object.hasOwn(this, key) ? ((this as unknown as Record<string, string>)[key] ?? null) : null;
  }

  /**
   * Whether the message has a header.
   *
   * @param name - header name, any case
   * @returns true if it is present, even with an empty value
   * @example `if (headers.has('link')) …`
   */
  has(name: string): boolean {
    return this.get(name) !== null;
  }

  /**
   * All headers as pairs, names in lower case.
   *
   * @returns an iterator of `[name, value]`
   * @example `const plain = Object.fromEntries(headers)`
   */
  *[Symbol.iterator](): Iterator<[string, string]> {
    for (const name of Object.keys(this)) {
      const value = this.get(name);
      if (value !== null) yield [name, value];
    }
  }

  /**
   * Plain object for `JSON.stringify`, with credentials masked.
   *
   * @returns names and values; secret values read `[redacted]`
   * @example `JSON.stringify(headers)`
   */
  toJSON(): Record<string, string> {
    return Object.fromEntries(Array.from(this, ([name, value]) => [name, isSecretHeader(name) ? REDACTED : value]));
  }

  /** What `console.log` and `util.inspect` show: the same as {@link HttpHeaders.toJSON}. */
  [Symbol.for('nodejs.util.inspect.custom')](): Record<string, string> {
    return this.toJSON();
  }
}

/** Stands in place of a credential wherever something is printed. */
export const REDACTED = '[redacted]';

const SECRET_HEADERS = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'dpop',
  'x-okta-session',
  'authentication-info',
]);

/**
 * Whether a header carries a credential, so that its value must never be printed.
 *
 * @param name - header name, any case
 * @returns true for `Authorization`, `Cookie`, `Set-Cookie`, `DPoP` and their like
 */
export function isSecretHeader(name: string): boolean {
  return SECRET_HEADERS.has(name.toLowerCase());
}
