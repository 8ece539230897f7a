import { type ApiPromise, apiPromise } from '../../api/api-promise.js';
import { isPolling } from '../../api/pages.js';
import { snapshot } from '../../api/snapshot.js';
import type { Configuration } from '../../config/configuration.js';
import { loadedOnce } from '../../loaded-once.js';
import { failing } from '../../request/encode.js';
import { orgAddress } from '../../request/org-address.js';
import { Collection } from '../../response/collection.js';
import type { FlatCalls, FlatPages } from './flat-calls.js';
import { type Arguments, flatName } from './flat-name.js';

type Open = () => FlatPages | Promise<FlatPages>;

/**
 * The flat methods of one client. The table that says what they do is loaded with the first call: programs that know
 * nothing of older versions never load it.
 */
export class Flat {
  readonly #configuration: Configuration;
  readonly #calls: () => FlatCalls | Promise<FlatCalls>;

  /** @param configuration - of the client */
  constructor(configuration: Configuration) {
    this.#configuration = configuration;
    this.#calls = loadedOnce(async () => {
      const { FlatCalls } = await import('./flat-calls.js');
      return new FlatCalls(configuration, this);
    });
  }

  /**
   * Calls a method that sends at once.
   *
   * @param name - of the flat method
   * @param args - what it was called with
   * @returns a promise of the answer
   */
  call(name: string, args: Arguments): ApiPromise<unknown> {
    const calls = this.#calls();
    if (!(calls instanceof Promise)) return apiPromise(calls.send(name, args));
    // What the caller changes while the table is loaded must not be sent.
    const given = snapshot(args);
    return apiPromise(calls.then((loaded) => loaded.send(name, given)));
  }

  /**
   * Calls a method that returns a list.
   *
   * @param name - of the flat method
   * @param args - what it was called with
   * @returns the list; nothing is sent before its first item is asked for
   */
  list(name: string, args: Arguments): Collection<unknown> {
    const given = snapshot(args);
    const open = loadedOnce(async () => (await this.#calls()).pages(name, given));
    return this.#collection(open, { method: name, polls: name === 'getLogs' && isPolling(recordOf(given[0])) });
  }

  /**
   * Calls a method that changes something and returns a list: it must be sent once, read or not.
   *
   * @param name - of the flat method
   * @param args - what it was called with
   * @returns the list
   */
  change(name: string, args: Arguments): Collection<unknown> {
    const given = snapshot(args);
    // Again after the table could not be loaded; once there are pages, they are sent once.
    const pages = loadedOnce(async () => (await this.#calls()).pages(name, given));
    const open = async () => {
      const ready = await pages();
      await ready.sendOnce();
      return ready;
    };
    // Whoever reads the list gets the failure; nobody else waits for it.
    open().catch(() => undefined);
    return this.#collection(open, { method: name, polls: false });
  }

  /**
   * A list that cannot be asked for.
   *
   * @param method - of the flat client
   * @param error - what reading it fails with
   * @returns the list
   */
  failing(method: string, error: Error): Collection<unknown> {
    return this.#collection(() => Promise.reject(error), { method, polls: false });
  }

  #collection(open: Open, { method, polls }: { method: string; polls: boolean }): Collection<unknown> {
    const { baseUrl, clock } = this.#configuration;
    return new Collection({
      fetch: async (url, signal) => (await open()).fetch(url, signal),
      locate: (cursor) => orgAddress(cursor, baseUrl, failing(flatName(method), 'cursor')),
      polls,
      prefetch: false,
      clock,
    });
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
