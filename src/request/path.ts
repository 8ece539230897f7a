import { RequiredError } from '../errors/parameter-error.js';
import type { OperationName } from '../http/message.js';
import { failing, hasControlCharacter, percentEncode, scalarText } from './encode.js';

/** Members of a request object. */
export type RequestMembers = Readonly<Record<string, unknown>>;

/**
 * Fills the placeholders of a path template, one encoded segment each.
 *
 * @param template - path with `{member}` placeholders
 * @param members - the request object
 * @param operation - named in errors
 * @returns the path, percent-encoded
 * @throws {@link RequiredError} if a member is missing, {@link ParameterError} if it cannot be one path segment
 * @see RFC 3986, section 3.3
 */
export function fillPath(template: string, members: RequestMembers, operation: OperationName): string {
  let path = '';
  let done = 0;
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
    const close = template.indexOf('}', open);
    const name = template.slice(open + 1, close);
    path += template.slice(done, open) + segment(members[name], name, operation);
    done = close + 1;
  }
  return path + template.slice(done);
}

function segment(value: unknown, parameter: string, operation: OperationName): string {
  if (value === undefined || value === null) throw new RequiredError(operation, parameter);
  const fail = failing(operation, parameter);
  const text = scalarText(value, fail);
  const fault = segmentFault(text);
  if (fault !== undefined) throw fail(fault);
  return percentEncode(text, fail);
}

/** An empty or dot segment would address another resource: all users instead of one. */
function segmentFault(text: string): string | undefined {
  if (text.trim() === '') return 'must not be empty';
  if (text === '.' || text === '..') return 'must not be `.` or `..`';
  if (hasControlCharacter(text)) return 'must not contain control characters';
  return undefined;
}
