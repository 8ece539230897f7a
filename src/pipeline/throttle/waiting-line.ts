/** Somebody who waits. */
export interface Waiting {
  /** Those with a higher one go first; among equals whoever came first. */
  readonly priority: number;
}

/** A queue in order of priority, and within one in order of arrival. */
export class WaitingLine<W extends Waiting> {
  readonly #waiting: W[] = [];

  get length(): number {
    return this.#waiting.length;
  }

  /** @param waiting - joins behind all of its priority */
  join(waiting: W): void {
    const place = this.#waiting.findLastIndex(({ priority }) => priority >= waiting.priority);
    this.#waiting.splice(place + 1, 0, waiting);
  }

  /** @param waiting - goes away, wherever it stands */
  leave(waiting: W): void {
    const place = this.#waiting.indexOf(waiting);
    if (place >= 0) this.#waiting.splice(place, 1);
  }

  /** @returns who is first, and no longer in the line */
  shift(): W | undefined {
    return this.#waiting.shift();
  }
}
