import urlParse from 'url-parse';

/** Parts of a URL. */
export interface UrlParts {
  /** With the colon. */
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  /** Host name, with the port unless it is the usual one. */
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  /** With the question mark. */
  readonly query: string;
  readonly hash: string;
}

/**
 * Takes a URL apart.
 *
 * @param text - absolute URL
 * @returns its parts; `undefined` if it has none
 * @see https://github.com/unshiftio/url-parse
 */
export function parseUrl(text: string): UrlParts | undefined {
  try {
    // The second argument keeps it from resolving against the page that a browser shows.
    const { protocol, username, password, host, hostname, pathname, query, hash } = urlParse(text, {});
    return { protocol, username, password, host, hostname, pathname, query: String(query), hash };
  } catch {
    // A user name with a percent sign that encodes nothing.
    return undefined;
  }
}
