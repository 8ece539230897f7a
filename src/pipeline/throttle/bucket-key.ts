import type { HttpRequest } from '../../http/message.js';

/** Words of Okta's paths are of small letters, joined by `-`, `_` or camel case; ids and most names are not. */
const WORD = /^(?:v\d+|oauth2|\.?[a-z]+(?:[A-Z][a-z]+)*(?:[-_][a-z]+)*)$/;

/** What follows is an id even if it looks like a word: a short login. */
const BEFORE_LOGIN = 'users';

/**
 * Name of the bucket that a request is likely to count for: verb, and path with `{}` for what differs from call to call.
 * Two names may stand for one bucket of the service; their answers then tell each about the other.
 *
 * @param request - its verb and URL
 * @returns e.g. `https://acme.okta.com GET /api/v1/users/{}`
 */
export function bucketKey({ method, url, template }: Pick<HttpRequest, 'method' | 'url' | 'template'>): string {
  const { origin, pathname } = new URL(url);
  return `${origin} ${method} ${template?.replace(/\{[^}]*\}/g, '{}') ?? shapeOf(pathname)}`;
}

function shapeOf(path: string): string {
  const segments = path.split('/');
  return segments.map((segment, index) => (isId(segment, segments[index - 1]) ? '{}' : segment)).join('/');
}

function isId(segment: string, before: string | undefined): boolean {
  return segment !== '' && (before === BEFORE_LOGIN || !WORD.test(segment));
}
