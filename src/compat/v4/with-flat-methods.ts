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
      const members: PropertyDescriptorMap = {};
      for (const name of namesOf(calls)) members[name] = FlatClient.#member(name, 'call');
      for (const name of namesOf(lists))
        members[name] = FlatClient.#member(name, changing.includes(name) ? 'change' : 'list');
      for (const [older, name] of Object.entries(removed)) {
        members[older] = hidden(refuseRemoved({ owner: 'client', older, name }));
      }
      // All at once takes half the time, which every import of the SDK waits for.
      Object.defineProperties(FlatClient.prototype, members);
    }

    /** The same for each method but the way it is called. */
    static #member(name: string, way: Way): PropertyDescriptor {
      const { [name]: method } = {
        [name](this: FlatClient, ...args: Arguments) {
          return this.api(Flat)[way](name, args);
        },
      };
      return hidden(method);
    }
  }
  return FlatClient as unknown as ReturnType<typeof withFlatMethods>;
}

function namesOf(groups: Readonly<Record<string, string>>): string[] {
  return Object.entries(groups).flatMap(([word, rests]) => rests.split(' ').map((rest) => word + rest));
}

function hidden(value: unknown): PropertyDescriptor {
  return { value, writable: true, configurable: true, enumerable: false };
}
