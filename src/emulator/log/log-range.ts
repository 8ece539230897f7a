import { fail } from '../answers/fault.js';
import type { Call } from '../call.js';
import { logKey } from './record-event.js';

const DAY = 86_400_000;
const OLDEST_SINCE = 180 * DAY;
const RETENTION = 90 * DAY;
const STANDARD_SPAN = 7 * DAY;
const LATEST = Date.UTC(9999, 11, 31);
const CURSOR = /^(\d{1,15})_(\d{1,9})$/;

/** Which events a request to the System Log asks for. */
export interface LogRange {
  /** Newest first. */
  readonly backwards: boolean;
  /** Without an end: further events are awaited, so a next page is always announced. */
  readonly polling: boolean;
  /** Key behind which the page starts, seen in its direction. */
  readonly after: string;
  /** Key at which it ends. */
  readonly end: string;
}

/**
 * Reads `since`, `until`, `after` and `sortOrder`.
 *
 * @param call - the request
 * @returns the range; `after` wins over `since`
 * @throws Fault `E0000030` for a malformed time, `E0000053` for one too long ago, `E0000029` for a bad cursor
 * @see https://developer.okta.com/docs/reference/system-log-query/
 */
export function logRange({ query, org }: Call): LogRange {
  const now = org.clock.now();
  const backwards = query.get('sortOrder')?.toUpperCase() === 'DESCENDING';
  const until = readTime(query, 'until');
  const last = until ?? now;
  const since = readTime(query, 'since') ?? last - STANDARD_SPAN;
  if (since < now - OLDEST_SINCE) throw fail('E0000053', '', ["'since' is more than 180 days ago"]);
  const low = keyAt(Math.max(since, now - RETENTION), 0);
  const high = until === undefined ? '\uffff' : keyAt(until + 1, 0);
  const cursor = readCursor(query.get('after'));
  return {
    backwards,
    polling: until === undefined && !backwards,
    after: cursor ?? (backwards ? high : low),
    end: backwards ? low : high,
  };
}

/**
 * @param range - a range of the log
 * @param key - of an event
 * @returns whether the event lies within, as far as the end goes
 */
export function isBeforeEnd({ backwards, end }: LogRange, key: string): boolean {
  return backwards ? key > end : key < end;
}

/**
 * @param key - of the last event of a page, or where an empty one started
 * @returns the cursor that leads behind it
 */
export function logCursor(key: string): string {
  const at = key.lastIndexOf('_');
  return `${Date.parse(key.slice(0, at))}_${Number(key.slice(at + 1))}`;
}

function readCursor(after: string | null): string | undefined {
  if (after === null || after === '') return undefined;
  const [, ms, serial] = CURSOR.exec(after) ?? [];
  if (ms === undefined) throw fail('E0000029', '', ['Invalid cursor.']);
  return keyAt(Number(ms), Number(serial));
}

function readTime(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw fail('E0000030');
  return time;
}

/** Times outside of the years that four digits can tell are moved to the nearest of them, so that keys keep sorting. */
function keyAt(ms: number, serial: number): string {
  const time = Math.min(Math.max(ms, 0), LATEST);
  return logKey({ published: new Date(time).toISOString(), serial });
}
