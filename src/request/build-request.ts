import { RequiredError } from '../errors/parameter-error.js';
import type { CallSettings, HttpMethod, HttpRequest, OperationName } from '../http/message.js';
import { printable } from '../http/printable.js';
import { encodeBody } from './body.js';
import { type Fail, failing, hasControlCharacter, scalarText } from './encode.js';
import type { EncodedBody } from './multipart.js';
import { fillPath, type RequestMembers } from './path.js';
import { buildQuery, parameterOf } from './query.js';
import type { BodyRow, Row } from './row.js';

/** An operation and what it is called with. */
export interface Call {
  readonly row: Row;
  readonly operation: OperationName;
  readonly members: RequestMembers;
  readonly options: CallOptions;
}

/** Options of one call, the second argument of every method. */
export interface CallOptions extends CallSettings {
  /** Ends the call, its retries and its waits. */
  readonly signal?: AbortSignal;
  /** Added to the request; replaces headers of the same name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Lists only: `true` asks for the next page while one is being read. */
  readonly prefetch?: boolean;
}

/**
 * Turns a row and a request object into a request, or into a typed error before anything is sent.
 *
 * @param call - operation, request object, options
 * @param baseUrl - org URL without a trailing slash
 * @returns the request, without credentials
 * @throws {@link RequiredError} or {@link ParameterError}
 */
export async function buildRequest(call: Call, baseUrl: string): Promise<HttpRequest> {
  const { row, operation, options } = call;
  const members = withCurrentNames(row, call.members);
  const space = row.call.indexOf(' ');
  const url = baseUrl + fillPath(row.call.slice(space + 1), members, operation);
  const query = row.query === undefined ? '' : buildQuery(row.query, members, operation);
  const encoded = row.body === undefined ? undefined : await encodeBody({ row: bodyRow(row.body), members, operation });
  const request: Writable<HttpRequest> = {
    method: row.call.slice(0, space) as HttpMethod,
    url: url + query,
    headers: headersOf({ row, operation, members, options }, encoded),
    operation,
    template: row.call.slice(space + 1),
    isCollection: row.answer !== undefined && row.answer !== 'void',
  };
  if (encoded !== undefined) request.body = encoded.body;
  if (options.signal !== undefined) request.signal = options.signal;
  const settings = callSettings(options);
  if (settings !== undefined) request.call = settings;
  return printable(request);
}

/** On its way to being made; made by assignments, as every call makes one. */
type Writable<T> = { -readonly [Member in keyof T]: T[Member] };

const CALL_SETTINGS = ['timeoutMs', 'retry', 'maxRetries', 'cache', 'priority'] as const;

function callSettings(options: CallOptions): CallSettings | undefined {
  let settings: CallSettings | undefined;
  for (const name of CALL_SETTINGS) {
    if (options[name] !== undefined) settings = { ...settings, [name]: options[name] };
  }
  return settings;
}

function bodyRow(body: string | BodyRow): BodyRow {
  return typeof body === 'string' ? { name: body } : body;
}

function withCurrentNames({ formerly }: Row, members: RequestMembers): RequestMembers {
  if (formerly === undefined) return members;
  const renamed: Record<string, unknown> = { ...members };
  for (const [older, current] of Object.entries(formerly)) renamed[current] ??= members[older];
  return renamed;
}

type Headers = Record<string, string>;

const NONE: Headers = {};

function headersOf({ row, members, operation, options }: Call, encoded: EncodedBody | undefined): Headers {
  const headers: Headers = { Accept: row.accept ?? 'application/json' };
  if (encoded !== undefined) Object.assign(headers, encoded.headers);
  for (const entry of row.headers ?? []) {
    const { name, wire = name, required } = parameterOf(entry);
    const value = members[name];
    if (value !== undefined && value !== null) setHeader(headers, wire, headerText(value, failing(operation, name)));
    else if (required) throw new RequiredError(operation, name);
  }
  for (const [name, value] of Object.entries(options.headers ?? NONE)) {
    setHeader(headers, name, headerText(value, failing(operation, `headers.${name}`)));
  }
  return headers;
}

function headerText(value: unknown, fail: Fail): string {
  const text = scalarText(value, fail);
  if (hasControlCharacter(text)) throw fail('must not contain control characters');
  return text;
}

/** Header names are case-insensitive, so a name in another case replaces the earlier one. */
function setHeader(headers: Headers, name: string, value: string): void {
  const lower = name.toLowerCase();
  for (const existing of Object.keys(headers)) if (existing.toLowerCase() === lower) delete headers[existing];
  headers[name] = value;
}
