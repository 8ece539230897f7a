import type { Clock } from '../clock.js';
import type { FaultRule } from './faults/rule.js';
import type { Latency } from './latency.js';
import type { RateLimitTable } from './limits/setting.js';
import type { IdMaker } from './org/ids.js';
import type { Seed } from './seed/seed.js';

/** How an emulator is set up. Everything may be left out. */
export interface EmulatorOptions {
  /** What the org holds from the start. */
  readonly seed?: Seed;
  /** Time, and the waiting for `latency`; the machine's own unless given. */
  readonly clock?: Pick<Clock, 'now' | 'sleep'>;
  /**
   * Where chance starts; 1 unless given. Two emulators with the same seeds and a clock that shows the same answer the
   * same requests with the same bytes.
   */
  readonly randomSeed?: number;
  /** Chance itself, at least 0 and less than 1; then a reset cannot take it back to the start. */
  readonly random?: () => number;
  /** Makes ids of resources. Lists that are not sorted are in the order of ids. */
  readonly ids?: IdMaker;
  /** Most items of any page, and how many a page holds by default, so that a few items are enough for several pages. */
  readonly pageSize?: number;
  /** How long every answer takes. */
  readonly latency?: Latency;
  /** Whether requests above a ceiling are refused: `true` for the ceilings of a workforce org, or a table of one's own. */
  readonly rateLimits?: boolean | RateLimitTable;
  /** What goes wrong from the start; see also {@link Emulator.faults}. */
  readonly faults?: readonly FaultRule[];
  /** File in which the org lives on. If it exists, it wins over the seed. */
  readonly data?: string;
  /** Whether answers wait until the disk has what they are about, so that a power failure loses nothing either. */
  readonly sync?: boolean;
  /** Told what happened to the data file; warnings of the process unless given. */
  readonly notify?: (message: string) => void;
}
