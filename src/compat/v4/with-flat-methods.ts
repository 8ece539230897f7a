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
  class FlatClient extends Client {
    /** The same for each method but the way it is called. */
    static method(name: string, way: Way): PropertyDescriptor {
      const value = function (this: FlatClient, ...args: Arguments) {
        return this.api(Flat)[way](name, args);
      };
      return described(name, value);
    }
  }
  const changing = changes.split(' ');
  for (const name of namesOf(calls)) Object.defineProperty(FlatClient.prototype, name, FlatClient.method(name, 'call'));
  for (const name of namesOf(lists)) {
    const way = changing.includes(name) ? 'change' : 'list';
    Object.defineProperty(FlatClient.prototype, name, FlatClient.method(name, way));
  }
  for (const [older, name] of Object.entries(removed)) {
    const value = refuseRemoved({ owner: 'client', older, name });
    Object.defineProperty(FlatClient.prototype, older, described(older, value));
  }
  return FlatClient as unknown as ReturnType<typeof withFlatMethods>;
}

function namesOf(groups: Readonly<Record<string, string>>): string[] {
  return Object.entries(groups).flatMap(([word, rests]) => rests.split(' ').map((rest) => word + rest));
}

function described(name: string, value: (...args: never[]) => unknown): PropertyDescriptor {
  Object.defineProperty(value, 'name', { value: name });
  return { value, writable: true, configurable: true, enumerable: false };
}
