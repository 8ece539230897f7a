import type urlParse from 'url-parse';
import { builtin } from '../platform/builtin.js';
import { parseUrl as parseByPlatform } from './parse-url.portable.js';

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
  return plainParts(text) ?? parseAny(text);
}

/** Scheme, name and perhaps a port: what nearly every org has needs no parser, which takes a while to load. */
const PLAIN = /^(https?:)\/\/([a-z0-9.-]+)(:(?!80\b|443\b)[1-9]\d{0,4})?(\/?)$/;

function plainParts(text: string): UrlParts | undefined {
  const [, protocol, hostname, port = '', pathname] = PLAIN.exec(text) ?? [];
  if (protocol === undefined || hostname === undefined) return undefined;
  return {
    protocol,
    username: '',
    password: '',
    host: hostname + port,
    hostname,
    pathname: pathname || '/',
    query: '',
    hash: '',
  };
}

function parseAny(text: string): UrlParts | undefined {
  const parse = urlParser();
  if (parse === undefined) return parseByPlatform(text);
  try {
    // The second argument keeps it from resolving against the page that a browser shows.
    const { protocol, username, password, host, hostname, pathname, query, hash } = parse(text, {});
    return { protocol, username, password, host, hostname, pathname, query: String(query), hash };
  } catch {
    // A user name with a percent sign that encodes nothing.
    return undefined;
  }
}

/**
 * It is required, not imported: an import of the SDK would take a quarter longer. Programs that were bundled into one
 * file may have left it behind.
 */
function urlParser(): typeof urlParse | undefined {
  const require = builtin('node:module')?.createRequire(import.meta.url ?? `${process.cwd()}/`);
  try {
    return require?.('url-parse') as typeof urlParse;
  } catch {
    return undefined;
  }
}
