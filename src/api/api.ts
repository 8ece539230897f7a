import type { Configuration } from '../config/configuration.js';
import { loadedOnce } from '../loaded-once.js';
import type { Call, CallOptions } from '../request/build-request.js';
import type { Rows } from '../request/row.js';
import { type ApiPromise, apiPromise } from './api-promise.js';
import { laterList } from './later.js';
import type { ListPromise } from './list-promise.js';
import { snapshot } from './snapshot.js';

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
  /** Gives the operations by method name. */
  protected abstract readonly rows: () => Rows;
  #rows: Rows | undefined;
  readonly #configuration: Configuration;
  /** What calls need is loaded with the first one. */
  readonly #calls = loadedOnce(() => import('./calls.js'));

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
    const configuration = this.#configuration;
    const call = this.#call(method, members, options);
    const calls = this.#calls();
    if (!(calls instanceof Promise)) return apiPromise<T>(calls.sendCall(call, configuration));
    const kept = later(call);
    return apiPromise<T>(calls.then(({ sendCall }) => sendCall(kept, configuration)));
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
    const configuration = this.#configuration;
    // Most lists are sent when they are read, the very first call when what it needs is there.
    const call = later(this.#call(method, members, options));
    const calls = this.#calls();
    if (!(calls instanceof Promise)) return calls.listOf<A, T>(call, configuration);
    return laterList(calls.then(({ listOf }) => ({ list: listOf<A, T>(call, configuration) })));
  }

  #call(method: string, members: object = {}, options: CallOptions = {}): Call {
    this.#rows ??= this.rows();
    const row = this.#rows[method];
    if (row === undefined) throw new TypeError(`${this.name} has no row ${method}`);
    return { row, operation: { api: this.name, method }, members: members as Call['members'], options };
  }
}

/** What the caller changes before the call is sent must not be sent. */
function later(call: Call): Call {
  return { ...call, members: snapshot(call.members), options: snapshot(call.options) };
}
