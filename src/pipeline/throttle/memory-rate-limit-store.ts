import type { Clock } from '../../clock.js';
import { type BucketWindow, learnLimit, takeTurn } from './bucket-window.js';
import type { LimitSeen, RateLimitStore, Turn } from './rate-limit-store.js';

/** More buckets than this are paths that were not recognised as alike; the oldest are forgotten. */
const MOST_BUCKETS = 1000;

/** Counts of this process. */
export class MemoryRateLimitStore implements RateLimitStore {
  readonly #windows = new Map<string, BucketWindow>();
  readonly #clock: Pick<Clock, 'now'>;

  /** @param clock - measures windows */
  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  async take(bucket: string, maxCapacityPercent: number): Promise<Turn> {
    return takeTurn(this.#windows.get(bucket), this.#clock.now(), maxCapacityPercent);
  }

  async learn(bucket: string, seen: LimitSeen): Promise<void> {
    const window = learnLimit(this.#windows.get(bucket), seen, this.#clock.now());
    if (window === undefined) return;
    this.#windows.set(bucket, window);
    if (this.#windows.size > MOST_BUCKETS) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const [oldest] = this.#windows.keys();
    if (oldest !== undefined) this.#windows.delete(oldest);
  }
}
