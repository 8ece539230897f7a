import type { SystemLogApi } from '../../generated/management/apis/SystemLogApi.js';
import type { Clock } from '../clock.js';
import type { Checkpoint } from './checkpoint.js';

/** What a stream of the System Log is about, and how it reads. Everything may be left out. */
export interface LogStreamOptions {
  /** Time of the first event; the service's default, seven days ago, unless given. A checkpoint wins. */
  readonly since?: Date | string;
  /** Condition in SCIM filter syntax, e.g. of `filterExpression`. */
  readonly filter?: string;
  /** Up to ten words, all of which have to occur in an event. */
  readonly q?: string;
  /** Events per request, 1,000 unless given, which is the most that the service gives. */
  readonly limit?: number;
  /** Pause in milliseconds when there is nothing new; 5,000 unless given, at least 1,000. */
  readonly pollInterval?: number;
  /** Ends the stream: the loop over it ends without an error. */
  readonly signal?: AbortSignal;
  /** Keeps the place, so that another process can go on from there. */
  readonly checkpoint?: Checkpoint;
  /**
   * Told about each failure that the stream waits for to pass, and how long it waits, in milliseconds.
   */
  readonly onFailure?: (error: unknown, delayMs: number) => void;
  /** Time and chance, for tests. */
  readonly clock?: Clock;
}

/** Where events come from. */
export type LogSource = Pick<SystemLogApi, 'listLogEvents'>;
