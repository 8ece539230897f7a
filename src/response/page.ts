import { HttpError } from '../errors/response-error.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';
import type { PageRow } from '../request/row.js';
import { findLink } from './link-header.js';
import type { ResponseHead } from './response-info.js';

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** URL of the next page; `undefined` on the last one. */
  readonly next: string | undefined;
  /** The answer without its body, which would stay in memory for as long as its items are read. */
  readonly head: ResponseHead;
}

/** What a page is read from. */
export interface PageInput {
  readonly row: PageRow;
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  /** Decoded body. */
  readonly body: unknown;
}

/**
 * Finds the items of a page and the address of the next one.
 *
 * @param input - how the list is paged, and the exchange
 * @returns the page
 * @throws {@link HttpError} if the body holds no list, or the next page is on another origin or is this page again
 */
export function readPage<T>({ row, request, response, body }: PageInput): Page<T> {
  const fail = (reason: string) => new HttpError({ request, response }, { reason, body: '' });
  const items = itemsOf(row, body);
  if (items === undefined) throw fail(`answer holds no list${typeof row === 'string' ? '' : ` in \`${row.items}\``}`);
  const link = nextOf(row, response, body);
  const next = link === undefined ? undefined : resolve(link, request.url);
  if (link !== undefined && next === undefined) throw fail('answer links to a next page that is no URL');
  if (next !== undefined && !sameOrigin(next, request.url)) {
    throw fail(`answer links to a next page on another origin (${new URL(next).origin}), which gets no credentials`);
  }
  if (next === request.url && row !== 'poll') throw fail('answer names itself as the next page');
  return { items: items as T[], next, head: { status: response.status, headers: response.headers } };
}

function itemsOf(row: PageRow, body: unknown): unknown[] | undefined {
  // No content is an empty list, and so is a wrapper without one; anything but an array in its place is a fault.
  if (body === undefined) return [];
  const value = typeof row === 'string' ? body : (member(body, row.items) ?? []);
  return Array.isArray(value) ? value : undefined;
}

function nextOf(row: PageRow, { headers }: HttpResponse, body: unknown): string | undefined {
  if (typeof row === 'string') return findLink(headers.get('link') ?? '', 'next');
  const address = row.next.split('.').reduce(member, body);
  return typeof address === 'string' && address !== '' ? address : findLink(headers.get('link') ?? '', 'next');
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function resolve(link: string, base: string): string | undefined {
  return URL.canParse(link, base) ? new URL(link, base).href : undefined;
}

function sameOrigin(a: string, b: string): boolean {
  return new URL(a).origin === new URL(b).origin;
}
