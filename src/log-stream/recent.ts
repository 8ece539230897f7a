/** Remembers the latest of many texts, forgetting the oldest. */
export class Recent {
  readonly #texts = new Set<string>();
  readonly #most: number;

  /** @param most - how many are remembered */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * @param text - to remember
   * @returns whether it is new
   */
  add(text: string): boolean {
    if (this.#texts.has(text)) return false;
    this.#texts.add(text);
    if (this.#texts.size > this.#most) {
      for (const oldest of this.#texts) {
        this.#texts.delete(oldest);
        break;
      }
    }
    return true;
  }
}
