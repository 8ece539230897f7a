import { fail } from '../answers/fault.js';

/** Path and query of a request, taken apart. */
export interface Target {
  /** Segments of the path, decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** The path, encoded in one way only, so that it is safe to put into headers. */
  readonly uri: string;
}

const ABSOLUTE = /^[a-z]+:\/\/[^/?#]*/i;

/**
 * Takes the target of a request apart. A slash at the end makes no difference.
 *
 * @param target - as it was sent; may be absolute
 * @returns its parts
 * @throws Fault `E0000020` for a path that cannot be decoded
 * @see RFC 9112, section 3.2
 */
export function readTarget(target: string): Target {
  const local = target.replace(ABSOLUTE, '');
  const end = local.search(/[?#]/);
  const path = end < 0 ? local : local.slice(0, end);
  const segments = path.split('/').slice(1).map(decoded);
  if (segments.length > 1 && segments.at(-1) === '') segments.pop();
  const query = end < 0 || local[end] === '#' ? '' : (local.slice(end + 1).split('#', 1)[0] ?? '');
  return {
    segments,
    query: new URLSearchParams(query),
    uri: `/${segments.map((segment) => encodeURIComponent(segment)).join('/')}`,
  };
}

function decoded(segment: string): string {
  try {
    return segment.includes('%') ? decodeURIComponent(segment) : segment;
  } catch {
    throw fail('E0000020');
  }
}
