import type { Configuration } from '../config/configuration.js';

/** Makes Api objects over one configuration when they are first asked for, and keeps them. */
export abstract class LazyApis {
  readonly #configuration: Configuration;
  readonly #made = new Map<unknown, object>();

  /** @param configuration - shared by all Apis */
  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  /**
   * The Api of a class.
   *
   * @param Class - an Api class, or anything else that is made of a configuration
   * @returns the one object of this class
   */
  protected api<A extends object>(Class: new (configuration: Configuration) => A): A {
    const made = this.#made.get(Class) ?? new Class(this.#configuration);
    this.#made.set(Class, made);
    return made as A;
  }
}
