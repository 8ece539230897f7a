import type { Client, Collection, PaginateOptions, RawRequest } from '../../sdk.js';
import { failure } from './failure.js';
import type { Callback, Query, Result, Then } from './result.js';

/** A list to read. */
export interface List<T> {
  readonly path: string;
  /** Values for the placeholders of the path. */
  readonly params?: Readonly<Record<string, string>>;
  /** Text stands for `{ q: text }`. */
  readonly query?: Query | string | null | undefined;
  /** Whether to go on with the next page; where a program of old left it out, there is the callback. */
  readonly followLink?: boolean | Callback<T[]> | null | undefined;
  readonly callback?: Then<T[]>;
}

/** How pages are read, told, and followed. */
export type Reading<T> = Pick<List<T>, 'followLink' | 'callback'>;

/** Where a list comes from. */
export interface Source<S, T> {
  readonly open: () => Promise<Collection<S>>;
  /** Whether an empty page is its end: some lists announce a next page for ever. */
  readonly ends: boolean;
  readonly reshape: (item: S) => T;
}

/** Sends requests by what a client offers to everybody, and tells their outcome as oktajs does. */
export class Requests {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /**
   * @param request - to send
   * @param callback - gets the outcome
   * @returns the same outcome; never rejects but for what the callback throws
   */
  async send<T>(request: RawRequest, callback: Then<T>): Promise<Result<T>> {
    return tell(await this.outcome<T>(request), callback);
  }

  /** The same without a callback. */
  async outcome<T>(request: RawRequest): Promise<Result<T>> {
    return attempt(async () => {
      const resp = await this.#client.request<T | undefined>(request);
      return resp === undefined ? { success: true, paged: false } : { success: true, paged: false, resp };
    });
  }

  /**
   * @param list - to read
   * @returns what the callback got last; without a callback, all items together
   */
  list<T>(list: List<T>): Promise<Result<T[]>> {
    const open = async () => this.#client.paginate<T>(list.path, optionsOf(list));
    return this.read({ open, ends: false, reshape: (item) => item }, list);
  }

  /**
   * The same for a list that the client opens in another way.
   *
   * @param source - opens it
   * @param reading - what to do with its pages
   * @returns as {@link Requests.list}
   */
  async read<S, T>({ open, ends, reshape }: Source<S, T>, reading: Reading<T>): Promise<Result<T[]>> {
    const { follow, callback } = following(reading);
    const all: T[] = [];
    let pages: Collection<S> | undefined;
    for (;;) {
      const result = await attempt(async () => {
        pages ??= await open();
        const resp = (await pages.getNextPage()).map(reshape);
        return pageOf(resp, { pages, ends, base: follow ? undefined : this.#client.baseUrl });
      });
      tell(result, callback);
      if (!callback && result.success) for (const item of result.resp ?? []) all.push(item);
      if (!result.success || result.pageEnd !== false || !follow) {
        return result.success && !callback ? { ...result, resp: all } : result;
      }
    }
  }
}

/** The list that a page is of, and the org, if the page is to say where the list goes on. */
interface PageParts extends Pick<Source<never, never>, 'ends'> {
  readonly pages: Pick<Collection<unknown>, 'cursor' | 'response'>;
  readonly base: string | undefined;
}

function pageOf<T>(resp: T[], { pages, ends, base }: PageParts): Result<T[]> {
  if (!pages.response?.headers.get('link')) return { success: true, paged: false, resp };
  const { cursor } = pages;
  const pageEnd = cursor === undefined || (ends && resp.length === 0);
  const next = base === undefined || cursor === undefined ? {} : { next: base + cursor };
  return { success: true, paged: true, pageEnd, resp, ...next };
}

async function attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return failure(error);
  }
}

/**
 * Gives a result to a callback, if there is one.
 *
 * @returns the result
 */
export function tell<T>(result: Result<T>, callback: Then<T>): Result<T> {
  callback?.(result);
  return result;
}

function following<T>({ followLink, callback }: Reading<T>): {
  readonly follow: boolean;
  readonly callback: Then<T[]>;
} {
  if (typeof followLink === 'function') return { follow: true, callback: followLink };
  return { follow: followLink === undefined || followLink === true, callback };
}

function optionsOf<T>({ query, params }: List<T>): PaginateOptions {
  const given: Query = typeof query === 'string' ? { q: query } : (query ?? {});
  const known = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return { query: Object.fromEntries(known), ...(params === undefined ? {} : { params }) };
}
