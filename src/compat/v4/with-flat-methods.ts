import { calls, changes, lists, removed } from '../../../generated/management/v4/v4-names.js';
import type { FlatMethods } from '../../../generated/management/v4/v4-types.js';
import { Client } from '../../client.js';
import type { ConfigurationOptions } from '../../config/options.js';
import { Flat } from './flat.js';
import type { Arguments } from './flat-name.js';
import { refuseRemoved } from './refuse-removed.js';

type Way = 'call' | 'list' | 'change';

/**
 * Makes a class of clients that have the flat methods, which no loop over members shows.
 *
 * @returns the class
 */
export function withFlatMethods(): new (options?: ConfigurationOptions) => Client & FlatMethods {
  const changing = changes.split(' ');
  class FlatClient extends Client {
    static {
      // Made without a prototype it is a dictionary. To add hundreds of names to a class takes twenty times as long, and
      // every import of the SDK would wait for it.
      const methods: object = Object.create(null);
      const add = (name: string, value: unknown) => {
        Object.defineProperty(methods, name, { value, writable: true, configurable: true, enumerable: false });
      };
      for (const name of namesOf(calls)) add(name, FlatClient.#method(name, 'call'));
      for (const name of namesOf(lists))
        add(name, FlatClient.#method(name, changing.includes(name) ? 'change' : 'list'));
      for (const [older, name] of Object.entries(removed)) add(older, refuseRemoved({ owner: 'client', older, name }));
      Object.setPrototypeOf(methods, Client.prototype);
      Object.setPrototypeOf(FlatClient.prototype, methods);
    }

    /** The same for each name but the way it is called. */
    static #method(name: string, way: Way): unknown {
      const { [name]: method } = {
        [name](this: FlatClient, ...args: Arguments) {
          return this.api(Flat)[way](name, args);
        },
      };
      return method;
    }
  }
  return FlatClient as unknown as ReturnType<typeof withFlatMethods>;
}

function namesOf(groups: Readonly<Record<string, string>>): string[] {
  return Object.entries(groups).flatMap(([word, rests]) => rests.split(' ').map((rest) => word + rest));
}
