import type { Configuration } from '../config/configuration.js';
import type { Api } from './api.js';

/** Makes Api objects over one configuration when they are first asked for, and keeps them. */
export abstract class LazyApis {
  readonly #configuration: Configuration;
  readonly #made = new Map<unknown, Api>();

  /** @param configuration - shared by all Apis */
  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  /**
   * The Api of a class.
   *
   * @param Class - an Api class
   * @returns the one object of this class
   */
  protected api<A extends Api>(Class: new (configuration: Configuration) => A): A {
    const made = this.#made.get(Class) ?? new Class(this.#configuration);
    this.#made.set(Class, made);
    return made as A;
  }
}
