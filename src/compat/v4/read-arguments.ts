import { ParameterError } from '../../errors/parameter-error.js';
import type { HttpRequest, OperationName } from '../../http/message.js';
import type { Call } from '../../request/build-request.js';
import { failing, percentEncode } from '../../request/encode.js';
import type { Parameter } from '../../request/row.js';
import type { Arguments } from './flat-name.js';
import type { BytesRow, FlatRow } from './flat-row.js';

/** What a flat method is to send. */
export interface FlatCall {
  readonly call: Call;
  /** Replaces the body, if it is no JSON. */
  readonly bytes?: Pick<HttpRequest, 'body'>;
}

/**
 * Sorts the arguments of a flat method: those of the path come first, then the body, then the query.
 *
 * @param row - of the method
 * @param operation - its name
 * @param args - what it was called with
 * @returns the call
 * @throws {@link ParameterError} if a required one is missing, or the query is no object
 */
export function readArguments(row: FlatRow, operation: OperationName, args: Arguments): FlatCall {
  const names = argumentNames(row);
  const members: Record<string, unknown> = {};
  const body = bodyName(row);
  names.forEach((name, index) => {
    members[name] = name === body ? args[index] : unencoded(args[index]);
  });
  const missing = names.find((name) => isMissing(members[name]) && !isOptional(row, name));
  if (missing !== undefined) throw missingArgument(operation, names, missing);
  const query = readQuery({ row, operation, given: args[names.length] });
  const call: Call = {
    row: { ...row, query: query.parameters },
    operation,
    members: { ...members, ...query.members },
    options: row.bytes === undefined ? {} : { headers: bytesHeaders(row.bytes) },
  };
  return row.bytes === undefined ? { call } : { call, bytes: { body: bytesOf(row.bytes, operation, members) } };
}

/** Those versions did not encode what went into the path, so programs did; nothing is to be encoded twice. */
function unencoded(value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes('%')) return value;
  try {
    const text = decodeURIComponent(value);
    return [encodeURIComponent(text), encodeURI(text)].includes(value) ? text : value;
  } catch {
    return value;
  }
}

/**
 * Names of the arguments of a flat method, without the query.
 *
 * @param row - of the method
 * @returns placeholders of the path, then the body
 */
export function argumentNames(row: FlatRow): string[] {
  const placeholders = [...row.call.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const body = bodyName(row);
  return body === undefined ? placeholders : [...placeholders, body];
}

/**
 * Name of the argument that is the body.
 *
 * @param row - of the method
 * @returns the name, if the method takes a body
 */
export function bodyName({ body, bytes }: FlatRow): string | undefined {
  if (body === undefined) return bytes?.name;
  return typeof body === 'string' ? body : [body.name].flat()[0];
}

function isOptional(row: FlatRow, name: string): boolean {
  return name === bodyName(row) && typeof row.body === 'object' && row.body.optional === true;
}

/**
 * Whether an argument was left out.
 *
 * @param value - of the argument
 * @returns true for `undefined` and `null`
 */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function missingArgument(operation: OperationName, names: readonly string[], parameter: string): ParameterError {
  const reason = `is required: ${operation.method}(${names.join(', ')})`;
  return new ParameterError({ operation, parameter, reason }, { code: 'OKTA_MISSING_PARAMETER' });
}

interface QueryInput {
  readonly row: FlatRow;
  readonly operation: OperationName;
  readonly given: unknown;
}

/** Whatever name the caller gives is sent. Members are prefixed, as a placeholder of the path may have the same name. */
function readQuery({ row, operation, given }: QueryInput) {
  const fail = failing(operation, 'query');
  const query = given ?? {};
  // Maps, `URLSearchParams` and the like have no members, and would be left out.
  if (typeof query !== 'object' || Symbol.iterator in query) throw fail('must be an object of query parameters');
  const pairs = Object.entries({ ...query, ...row.fixed });
  const parameters = pairs.map(([name]): Parameter => ({ name: `query.${name}`, wire: percentEncode(name, fail) }));
  return { parameters, members: Object.fromEntries(pairs.map(([name, value]) => [`query.${name}`, value])) };
}

function bytesHeaders({ type, encoding }: BytesRow): Record<string, string> {
  return {
    'Content-Type': type,
    ...(encoding === undefined ? {} : { 'Content-Transfer-Encoding': encoding }),
  };
}

function bytesOf({ name }: BytesRow, operation: OperationName, members: Record<string, unknown>): string | Uint8Array {
  const value = members[name];
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  throw failing(operation, name)('must be text or bytes');
}
