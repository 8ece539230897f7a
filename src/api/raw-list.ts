import type { Configuration } from '../config/configuration.js';
import type { HttpRequest, OperationName } from '../http/message.js';
import { failing } from '../request/encode.js';
import { orgAddress } from '../request/org-address.js';
import type { PageRow } from '../request/row.js';
import { Collection } from '../response/collection.js';
import { type Page, readPage } from '../response/page.js';
import { exchange } from './exchange.js';
import { isPolling } from './pages.js';
import { buildRawRequest, type RawCall, type RawRequest } from './raw-request.js';

/** Options of `client.paginate`: those of `client.request` that make sense for a list. */
export interface PaginateOptions extends Omit<RawRequest, 'path' | 'method' | 'body'> {
  /** Member of the answer that holds the items, if it is an object with several arrays. */
  readonly items?: string;
}

/** Only there to make a URL of a path. */
const ANY_ORG = 'https://org.example';

const OPERATION: OperationName = { api: 'Client', method: 'paginate' };

/**
 * A list at an endpoint that the SDK need not know. Pages are linked by `Link` headers or by `_links.next` in the body.
 *
 * @param configuration - of the client
 * @param path - as {@link RawRequest.path}
 * @param options - query and headers of the first page, options of the call
 * @returns the list; nothing is sent before its first item is asked for
 */
export function rawList<T>(
  configuration: Configuration,
  path: string,
  { items, ...options }: PaginateOptions,
): Collection<T> {
  const { baseUrl, clock } = configuration;
  const polls = isOpenLog(path, options.query);
  let call: Promise<RawCall> | undefined;
  const fetch = async (url?: string, signal?: AbortSignal): Promise<Page<T>> => {
    call ??= buildRawRequest({ ...options, path }, baseUrl, OPERATION);
    const { row, request: first } = await call;
    const request = within(url === undefined ? first : { ...first, url }, signal);
    const exchanged = await exchange(row, request, configuration);
    return readPage({ ...exchanged, row: polls ? 'poll' : pageRowOf(exchanged.body, items) });
  };
  const locate = (cursor: string) => orgAddress(cursor, baseUrl, failing(OPERATION, 'cursor'));
  return new Collection({ fetch, locate, polls, prefetch: options.prefetch === true, clock });
}

/** The one list of Okta's that has no last page; no answer tells it apart from a list that leads nowhere. */
function isOpenLog(path: string, query: RawRequest['query']): boolean {
  if (!URL.canParse(path, ANY_ORG)) return false;
  const { pathname, searchParams } = new URL(path, ANY_ORG);
  return pathname === '/api/v1/logs' && isPolling({ ...Object.fromEntries(searchParams), ...query });
}

function within(request: HttpRequest, signal: AbortSignal | undefined): HttpRequest {
  if (signal === undefined) return request;
  return { ...request, signal: request.signal ? AbortSignal.any([request.signal, signal]) : signal };
}

/** Some lists of Okta's are arrays, some are objects with one array and `_links`. */
function pageRowOf(body: unknown, items: string | undefined): PageRow {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'link';
  const arrays = Object.keys(body).filter((name) => Array.isArray((body as Record<string, unknown>)[name]));
  const name = items ?? (arrays.length === 1 ? arrays[0] : undefined);
  return name === undefined ? 'link' : { items: name, next: '_links.next.href' };
}
