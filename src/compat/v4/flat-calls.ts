import { models, removed, rows } from '../../../generated/management/v4/v4-rows.js';
import type { Answered } from '../../api/api-promise.js';
import { exchange } from '../../api/exchange.js';
import { fetchResponse } from '../../api/org-http.js';
import { Pages } from '../../api/pages.js';
import type { Configuration } from '../../config/configuration.js';
import type { HttpRequest } from '../../http/message.js';
import { buildRequest } from '../../request/build-request.js';
import { errorFrom } from '../../response/error-from.js';
import type { PageSource } from '../../response/page-source.js';
import type { Flat } from './flat.js';
import { type Arguments, flatName } from './flat-name.js';
import type { FlatRow } from './flat-row.js';
import { LiveValues } from './live-values.js';
import { readArguments } from './read-arguments.js';

/** The pages of a list, and a way to send the first one before it is read. */
export interface FlatPages {
  readonly fetch: PageSource<unknown>['fetch'];
  sendOnce(): Promise<unknown>;
}

/** Sends what flat methods are called with, and makes their answers live. */
export class FlatCalls {
  readonly #configuration: Configuration;
  readonly #values: LiveValues;

  /**
   * @param configuration - of the client
   * @param flat - the flat methods, for those of values
   */
  constructor(configuration: Configuration, flat: Flat) {
    this.#configuration = configuration;
    this.#values = new LiveValues({ flat, models, removed, rows });
  }

  /**
   * Calls a method that returns no list.
   *
   * @param name - of the flat method
   * @param args - what it was called with
   * @returns the value and its answer
   * @throws {@link ParameterError} before anything is sent, and what every call may fail with
   */
  async send(name: string, args: Arguments): Promise<Answered> {
    const row = rowOf(name);
    const { call, bytes } = readArguments(row, flatName(name), args);
    const request = { ...(await buildRequest(call, this.#configuration.baseUrl)), ...bytes };
    if (row.returns === undefined) return this.#answer(request);
    const { body, response } = await exchange(row, request, this.#configuration);
    return { body: this.#values.make(row.returns, body), response };
  }

  /**
   * Prepares a list.
   *
   * @param name - of the flat method
   * @param args - what it was called with
   * @returns its pages, of which none was asked for
   * @throws {@link ParameterError} for arguments that cannot be sent
   */
  pages(name: string, args: Arguments): FlatPages {
    const row = rowOf(name);
    const { call } = readArguments(row, flatName(name), args);
    const pages = new Pages<unknown>(call, this.#configuration);
    const fetch: FlatPages['fetch'] = async (url, signal) => {
      const page = await pages.source.fetch(url, signal);
      return { ...page, items: page.items.map((item) => this.#values.make(row.returns ?? '', item)) };
    };
    return { fetch, sendOnce: () => pages.sendOnce() };
  }

  /** Methods without a value of their own gave the answer, in the manner of `fetch`. */
  async #answer(request: HttpRequest): Promise<Answered> {
    const response = await this.#configuration.send(request);
    if (response.status < 200 || response.status > 299) throw await errorFrom(request, response);
    // An unread body would keep its connection from being used again; it can be read again.
    await response.text();
    return { body: fetchResponse(request, response), response };
  }
}

function rowOf(name: string): FlatRow {
  const row = rows[name];
  if (row === undefined) throw new TypeError(`There is no flat method ${name}`);
  return row;
}
