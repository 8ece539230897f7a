type Listener<A extends unknown[]> = (...values: A) => void;

/** Events with names and typed values; works where there is no `node:events`. */
export class Emitter<E extends { [N in keyof E]: unknown[] }> {
  readonly #listeners = new Map<keyof E, Listener<never>[]>();

  /**
   * Listens to an event.
   *
   * @param event - its name
   * @param listener - called with its values, each time
   * @returns this, to go on
   * @example `executor.on('backoff', (request, response, requestId, delayMs) => console.log(requestId, delayMs))`
   */
  on<N extends keyof E>(event: N, listener: Listener<E[N]>): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  /**
   * Stops listening.
   *
   * @param event - its name
   * @param listener - that was given to `on`
   * @returns this, to go on
   * @example `executor.off('request', log)`
   */
  off<N extends keyof E>(event: N, listener: Listener<E[N]>): this {
    const others = this.#listeners.get(event)?.filter((known) => known !== listener);
    this.#listeners.set(event, others ?? []);
    return this;
  }

  /**
   * Tells all listeners, in the order in which they came. What one throws is thrown.
   *
   * @param event - its name
   * @param values - of the event
   * @returns whether anybody listens
   * @example `this.emit('request', request)`
   */
  emit<N extends keyof E>(event: N, ...values: E[N]): boolean {
    const listeners = this.#listeners.get(event) ?? [];
    for (const listener of listeners) (listener as Listener<E[N]>)(...values);
    return listeners.length > 0;
  }
}
