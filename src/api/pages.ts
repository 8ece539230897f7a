import type { Configuration } from '../config/configuration.js';
import type { HttpRequest } from '../http/message.js';
import { buildRequest, type Call } from '../request/build-request.js';
import { failing } from '../request/encode.js';
import { orgAddress } from '../request/org-address.js';
import { type Page, readPage } from '../response/page.js';
import type { PageSource } from '../response/page-source.js';
import { type Exchanged, exchange } from './exchange.js';

/** The pages of one list call. Each is a request of its own with the headers and options of the first. */
export class Pages<T> {
  readonly source: PageSource<T>;
  readonly #call: Call;
  readonly #configuration: Configuration;
  #request: Promise<HttpRequest> | undefined;
  #sent: Promise<Exchanged> | undefined;
  #kept: Exchanged | undefined;

  constructor(call: Call, configuration: Configuration) {
    this.#call = call;
    this.#configuration = configuration;
    this.source = {
      fetch: (url, signal) => this.#page(url, signal),
      locate: (cursor) => orgAddress(cursor, configuration.baseUrl, failing(call.operation, 'cursor')),
      polls: call.row.answer === 'poll' && isPolling(call.members),
      prefetch: call.options.prefetch === true,
      clock: configuration.clock,
    };
  }

  /** Checks the request object, so that a mistake in it surfaces before the first page is asked for. */
  prepare(): Promise<HttpRequest> {
    this.#request ??= buildRequest(this.#call, this.#configuration.baseUrl);
    return this.#request;
  }

  /** The first page as the service sent it. */
  async first(): Promise<Exchanged> {
    return this.#exchange(await this.prepare());
  }

  /** Sends the first page now and keeps it: a list that is not a GET must not be sent twice. */
  sendOnce(): Promise<Exchanged> {
    this.#sent ??= this.first();
    return this.#sent;
  }

  /** Gets the first page and keeps it for the first loop that asks for it; later loops get a fresh one. */
  async keepFirst(): Promise<Exchanged> {
    const exchanged = await (this.#sent ?? this.first());
    this.#kept = exchanged;
    return exchanged;
  }

  async #page(url: string | undefined, signal: AbortSignal | undefined): Promise<Page<T>> {
    const { answer } = this.#call.row;
    const ready = url === undefined ? await (this.#sent ?? this.#takeKept()) : undefined;
    const exchanged = ready ?? (await this.#fetch(url, signal));
    return readPage({ ...exchanged, row: answer === undefined || answer === 'void' ? 'link' : answer });
  }

  #takeKept(): Exchanged | undefined {
    const kept = this.#kept;
    this.#kept = undefined;
    return kept;
  }

  async #fetch(url: string | undefined, signal: AbortSignal | undefined): Promise<Exchanged> {
    const first = await this.prepare();
    const request = url === undefined ? first : { ...first, url };
    return this.#exchange(signal === undefined ? request : { ...request, signal: anySignal(request.signal, signal) });
  }

  #exchange(request: HttpRequest): Promise<Exchanged> {
    return exchange(this.#call.row, request, this.#configuration);
  }
}

/**
 * Whether a query of the System Log goes on for ever: it has no end, and its order leads to what is newest.
 *
 * @param query - parameters by name
 * @returns whether the service announces a next page behind the last event, too
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/ (polling requests)
 */
export function isPolling(query: Readonly<Record<string, unknown>>): boolean {
  return query['until'] === undefined && query['sortOrder'] !== 'DESCENDING';
}

function anySignal(one: AbortSignal | undefined, other: AbortSignal): AbortSignal {
  return one === undefined ? other : AbortSignal.any([one, other]);
}
