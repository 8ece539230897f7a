import { RequiredError } from '../errors/parameter-error.js';
import type { OperationName } from '../http/message.js';
import { type Fail, failing, percentEncode, scalarText } from './encode.js';
import type { RequestMembers } from './path.js';
import type { Parameter, ParameterRow } from './row.js';

type Pair = readonly [key: string, text: string];

/**
 * Writes the query string of a request.
 *
 * @param rows - the parameters that the operation knows
 * @param members - the request object
 * @param operation - named in errors
 * @returns empty text, or `?` and the encoded parameters in the order of the rows
 * @throws {@link RequiredError} or {@link ParameterError}; nothing was sent
 * @see RFC 3986, section 3.4, and OpenAPI 3.0, "Style Values"
 */
export function buildQuery(rows: readonly ParameterRow[], members: RequestMembers, operation: OperationName): string {
  let query = '';
  for (const row of rows) {
    const { name, wire = name, required, style = 'form' } = parameterOf(row);
    const value = members[name];
    if (value === undefined || value === null) {
      if (required) throw new RequiredError(operation, name);
      continue;
    }
    for (const [key, text] of writers[style](wire, value, failing(operation, name))) {
      query += `${query === '' ? '?' : '&'}${key}=${text}`;
    }
  }
  return query;
}

/**
 * A parameter row in its long form.
 *
 * @param row - name or object
 * @returns the object
 */
export function parameterOf(row: ParameterRow): Parameter {
  return typeof row === 'string' ? { name: row } : row;
}

const writers: Record<'form' | 'csv' | 'deepObject', (wire: string, value: unknown, fail: Fail) => Pair[]> = {
  form: (wire, value, fail) => listOf(value).map((item) => [wire, encoded(item, fail)]),
  csv: (wire, value, fail) => {
    const texts = listOf(value).map((item) => encoded(item, fail));
    return texts.length === 0 ? [] : [[wire, texts.join(',')]];
  },
  deepObject: deepPairs,
};

function deepPairs(prefix: string, value: unknown, fail: Fail): Pair[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || value instanceof Date) return [[prefix, encoded(value, fail)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    deepPairs(`${prefix}[${percentEncode(key, fail)}]`, inner, fail),
  );
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value instanceof Set ? [...value] : [value];
}

function encoded(value: unknown, fail: Fail): string {
  return percentEncode(scalarText(value, fail), fail);
}
