import { type Fail, hasControlCharacter } from './encode.js';

/**
 * The URL of something in the org, from a path or a URL that the user gives. What leads to another origin is refused,
 * as it would get the credentials; so is a path that would lead somewhere else than it seems.
 *
 * @param text - `/api/v1/…` or an absolute URL of the org, both with or without a query
 * @param baseUrl - of the org, without a trailing slash
 * @param fail - makes the error
 * @returns the absolute URL
 * @throws what `fail` makes
 * @see RFC 3986, sections 3.3 and 5.2.4
 */
export function orgAddress(text: unknown, baseUrl: string, fail: Fail): string {
  if (typeof text !== 'string') throw fail(`must be text, not ${text === null ? 'null' : typeof text}`);
  const fault = textFault(text) ?? pathFault(pathIn(text)) ?? originFault(text, baseUrl);
  if (fault !== undefined) throw fail(fault);
  return new URL(text, baseUrl).href;
}

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;

function textFault(text: string): string | undefined {
  if (!text.startsWith('/') && !ABSOLUTE.test(text)) return 'must begin with `/`, or be an absolute URL of the org';
  if (hasControlCharacter(text) || text.includes('\\')) return 'must not contain control characters or backslashes';
  return text.includes('#') ? 'must not have a fragment' : undefined;
}

/** As it is written: `URL` would resolve dots before anybody could see them. */
function pathIn(text: string): string {
  const [path = ''] = text.replace(ABSOLUTE, '//').split('?', 1);
  return path.startsWith('//') ? path.slice(path.indexOf('/', 2)) : path;
}

/** An empty or dot segment would address another resource: all users instead of one. */
function pathFault(path: string): string | undefined {
  const segments = path.split('/').slice(1);
  if (segments.some((segment) => segment === '')) return 'must not have an empty segment (`//`, or `/` at the end)';
  return segments.map(segmentFault).find((fault) => fault !== undefined);
}

function segmentFault(segment: string): string | undefined {
  const plain = decoded(segment);
  if (plain === undefined) return 'must be percent-encoded where it has a `%`';
  if (plain === '.' || plain === '..') return 'must not have segments `.` or `..`';
  return hasControlCharacter(plain) ? 'must not contain control characters' : undefined;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function originFault(text: string, baseUrl: string): string | undefined {
  if (!URL.canParse(text, baseUrl)) return 'is not a URL';
  const { origin, username, password } = new URL(text, baseUrl);
  if (username !== '' || password !== '') return 'must not contain a user name or password';
  const home = new URL(baseUrl).origin;
  return origin === home ? undefined : `must lead to ${home}; another origin gets no credentials`;
}
