import type { Configuration } from '../config/configuration.js';
import { buildRequest, type Call, type CallOptions } from '../request/build-request.js';
import type { Rows } from '../request/row.js';
import { Collection } from '../response/collection.js';
import { responseInfo } from '../response/response-info.js';
import { type ApiPromise, apiPromise, type WithResponse } from './api-promise.js';
import { exchange } from './exchange.js';
import { type ListPromise, listPromise } from './list-promise.js';
import { Pages } from './pages.js';

export type { Upload } from '../http/file.js';
export type { CallOptions } from '../request/build-request.js';
export type { Collection } from '../response/collection.js';
export type { ApiPromise } from './api-promise.js';
export type { ListPromise } from './list-promise.js';

/**
 * What every generated `*Api` class is made of: the class brings its rows, `send` and `list` do the work.
 */
export abstract class Api {
  /** Name of the class, spelled out because bundlers rename classes. */
  protected abstract readonly name: string;
  /** Operations by method name. */
  protected abstract readonly rows: Rows;
  readonly #configuration: Configuration;

  /**
   * @param configuration - from `createConfiguration()`; any number of Apis may share one
   */
  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  /**
   * Sends one request.
   *
   * @param method - name of the operation in `rows`
   * @param members - the request object
   * @param options - options of this call
   * @returns a promise of the decoded answer
   */
  protected send<T>(method: string, members?: object, options?: CallOptions): ApiPromise<T> {
    return apiPromise(this.#send<T>(this.#call(method, members, options)));
  }

  /**
   * Prepares a list. A GET is sent when its first page is needed; any other verb changes something, so it is sent now,
   * and once.
   *
   * @param method - name of the operation in `rows`
   * @param members - the request object
   * @param options - options of this call, valid for all pages
   * @returns the list
   */
  protected list<A, T>(method: string, members?: object, options?: CallOptions): ListPromise<A, T> {
    const call = this.#call(method, members, options);
    const pages = new Pages<T>(call, this.#configuration);
    const sent = call.row.call.startsWith('GET ') ? undefined : pages.sendOnce();
    const collection = () => new Collection(pages.source);
    const start = async (): Promise<unknown> => {
      if (typeof call.row.answer === 'object') return (await pages.first()).body;
      await (sent ?? pages.prepare());
      return collection();
    };
    const first = async () => {
      const { body, response } = await pages.keepFirst();
      const data = typeof call.row.answer === 'object' ? body : collection();
      return { data: data as A, response: responseInfo(response) };
    };
    return listPromise({ start: start as () => Promise<A>, first, collection });
  }

  async #send<T>(call: Call): Promise<WithResponse<T>> {
    const request = await buildRequest(call, this.#configuration.baseUrl);
    const { body, response } = await exchange(call.row, request, this.#configuration);
    return { data: body as T, response: responseInfo(response) };
  }

  #call(method: string, members: object = {}, options: CallOptions = {}): Call {
    const row = this.rows[method];
    if (row === undefined) throw new TypeError(`${this.name} has no row ${method}`);
    return { row, operation: { api: this.name, method }, members: members as Call['members'], options };
  }
}
