import type { HttpMethod, HttpRequest, OperationName } from '../http/message.js';
import { buildRequest, type CallOptions } from '../request/build-request.js';
import { type Fail, failing, percentEncode } from '../request/encode.js';
import { encodeJson } from '../request/json-body.js';
import type { EncodedBody } from '../request/multipart.js';
import { orgAddress } from '../request/org-address.js';
import { fillPath, type RequestMembers } from '../request/path.js';
import type { Row } from '../request/row.js';

/** A request to an endpoint that the SDK need not know. Everything but `path` may be left out. */
export interface RawRequest extends CallOptions {
  /** Verb in any case, GET unless given. */
  readonly method?: HttpMethod | Lowercase<HttpMethod>;
  /**
   * Path from the root of the org, or absolute URL in the org, percent-encoded. Placeholders such as `{userId}` are
   * filled, one encoded segment each, from `params`.
   */
  readonly path: string;
  /** Values for the placeholders of `path`. */
  readonly params?: RequestMembers;
  /** Parameters of the query; an array repeats the name, a `Date` goes out in ISO 8601, `undefined` is left out. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** Sent as JSON; text, bytes and `URLSearchParams` go as they are, under the `Content-Type` that `headers` say. */
  readonly body?: unknown;
  /** Value of the `Accept` header, JSON unless given. */
  readonly accept?: string;
}

/** A raw request that is ready to be sent, with the row that says how to read the answer. */
export interface RawCall {
  readonly row: Row;
  readonly request: HttpRequest;
}

const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/**
 * Turns a raw request into one of the pipeline, or into a typed error before anything is sent.
 *
 * @param raw - what the caller wants
 * @param baseUrl - org URL without a trailing slash
 * @param operation - named in errors, hooks and metrics
 * @returns the request, without credentials
 * @throws {@link ParameterError}, {@link RequiredError}
 */
export async function buildRawRequest(raw: RawRequest, baseUrl: string, operation: OperationName): Promise<RawCall> {
  const fail = (parameter: string) => failing(operation, parameter);
  const method = methodOf(raw.method ?? 'GET', fail('method'));
  if (raw.body !== undefined && (method === 'GET' || method === 'HEAD')) {
    throw fail('body')(`cannot be sent with ${method}; use \`query\``);
  }
  const path = raw.params === undefined ? raw.path : fillPath(raw.path, raw.params, operation);
  const address = orgAddress(path, baseUrl, fail('path'));
  const encoded = raw.body === undefined ? undefined : encodeRawBody(raw.body, fail('body'));
  const row = rowOf(method, raw, fail('query'));
  const options = { ...raw, headers: { ...encoded?.headers, ...raw.headers } };
  const bare = await buildRequest({ row, operation, members: raw.query ?? {}, options }, baseUrl);
  const request = { ...bare, url: withQuery(address, new URL(bare.url).search), template: templateOf(raw.path) };
  return { row, request: encoded === undefined ? request : { ...request, body: encoded.body } };
}

function methodOf(method: string, fail: Fail): HttpMethod {
  const verb = String(method).toUpperCase();
  if (!METHODS.includes(verb)) throw fail(`must be one of ${METHODS.join(', ')}`);
  return verb as HttpMethod;
}

/** A row for everything but the path, which is checked in a way of its own. */
function rowOf(method: HttpMethod, { query = {}, accept }: RawRequest, fail: Fail): Row {
  const parameters = Object.keys(query).map((name) => ({ name, wire: percentEncode(name, fail) }));
  return { call: `${method} /`, query: parameters, ...(accept === undefined ? {} : { accept }) };
}

function withQuery(address: string, search: string): string {
  if (search === '') return address;
  return address + (address.includes('?') ? `&${search.slice(1)}` : search);
}

/** Path of what was written, without origin and query. */
function templateOf(path: string): string {
  const [bare = ''] = path.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?]*/i, '').split('?', 1);
  return bare;
}

function encodeRawBody(body: unknown, fail: Fail): EncodedBody {
  if (typeof body === 'string') return { body, headers: { 'Content-Type': 'application/json' } };
  if (body instanceof Uint8Array) return { body, headers: { 'Content-Type': 'application/octet-stream' } };
  if (body instanceof URLSearchParams) {
    return { body: body.toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
  }
  return { body: encodeJson(body, fail), headers: { 'Content-Type': 'application/json' } };
}
