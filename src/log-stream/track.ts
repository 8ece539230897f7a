import type { LogEvent } from '../../generated/management/models/index.js';
import type { Clock } from '../clock.js';
import { type Place, readPlace, writePlace } from './checkpoint.js';
import type { LogStreamOptions } from './options.js';
import { Recent } from './recent.js';

/** Events of ten full pages: further apart the service does not repeat itself. */
const REMEMBERED = 10_000;
/** What the service takes if `since` is left out. */
const STANDARD_SPAN_MS = 7 * 86_400_000;

/** Which events were taken, and how that is kept. */
export class Track {
  readonly #options: LogStreamOptions;
  readonly #seen = new Recent(REMEMBERED);
  #saved: string | undefined;
  #cursor: string | undefined;
  #since: string | undefined;
  #taken: string[];

  private constructor(options: LogStreamOptions, place: Place, saved: string | undefined) {
    this.#options = options;
    this.#saved = saved;
    this.#since = place.since;
    this.#cursor = place.cursor;
    this.#taken = [...place.taken];
    for (const uuid of place.taken) this.#seen.add(uuid);
  }

  /**
   * @param options - of the stream
   * @param clock - for the time to begin with
   * @returns the place that the checkpoint has, or that where the stream begins
   * @throws {@link ParameterError} for a checkpoint of another stream
   */
  static async load(options: LogStreamOptions, clock: Clock): Promise<Track> {
    const text = (await options.checkpoint?.load()) ?? undefined;
    const { since = new Date(clock.now() - STANDARD_SPAN_MS) } = options;
    const start = since instanceof Date ? since.toISOString() : since;
    const place = readPlace(text, questionOf(options)) ?? { since: start, cursor: undefined, taken: [] };
    return new Track(options, place, text);
  }

  /** Where the stream is. */
  get place(): Place {
    return { since: this.#since, cursor: this.#cursor, taken: this.#taken };
  }

  /** @returns whether the event was not met before; then it counts as met */
  isNew({ uuid }: LogEvent): boolean {
    return typeof uuid !== 'string' || this.#seen.add(uuid);
  }

  /** The event was taken by whoever reads the stream. */
  take({ uuid }: LogEvent): void {
    if (typeof uuid === 'string') this.#taken.push(uuid);
  }

  /** All events of a page were taken. A page that leads to itself may hold more of them the next time. */
  turn(cursor: string | undefined): void {
    if (cursor === undefined || cursor === this.#cursor) return;
    this.#since = undefined;
    this.#cursor = cursor;
    this.#taken = [];
  }

  /** Writes the place to the checkpoint if it has changed. */
  async save(): Promise<void> {
    const { checkpoint } = this.#options;
    const text = writePlace(this.place, questionOf(this.#options));
    if (checkpoint === undefined || text === this.#saved) return;
    await checkpoint.save(text);
    this.#saved = text;
  }
}

function questionOf({ filter, q }: LogStreamOptions): { filter: string | undefined; q: string | undefined } {
  return { filter, q };
}
