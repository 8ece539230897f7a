import type { DateTree } from '../request/row.js';
import { isDay } from './calendar.js';
import { parseCanonical } from './canonical-timestamp.js';
import { type Members, memberOf, setMember } from './member.js';

/**
 * Turns the texts at the places of a tree into `Date` objects, in place. Everything else stays as it was parsed.
 *
 * @param value - parsed JSON; an array is walked item by item
 * @param tree - where dates are
 * @returns the same value
 */
export function reviveDates(value: unknown, tree: DateTree): unknown {
  if (Array.isArray(value)) for (const item of value) reviveDates(item, tree);
  else if (typeof value === 'object' && value !== null) reviveMembers(value as Members, tree);
  return value;
}

function reviveMembers(object: Members, tree: DateTree): void {
  for (const key in tree) {
    if (key !== '*') reviveMember(object, key, tree[key]);
    else for (const name of Object.keys(object)) reviveMember(object, name, tree[key]);
  }
}

function reviveMember(object: Members, key: string, branch: 1 | DateTree | undefined): void {
  // To look a member up takes time, so it is done once.
  const value = memberOf(object, key);
  if (typeof value === 'string') {
    if (branch === 1) setMember(object, key, parseDate(value));
  } else if (branch !== 1 && branch !== undefined) reviveDates(value, branch);
  else if (Array.isArray(value)) setMember(object, key, value.map(dateOf));
}

function dateOf(item: unknown): unknown {
  return typeof item === 'string' ? parseDate(item) : item;
}

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

/**
 * Reads an ISO 8601 timestamp. Text that is none stays text, so that nothing the service sent is lost.
 *
 * @param text - what the service sent
 * @returns a date that writes the very same text into JSON, or the text
 * @see RFC 3339, section 5.6
 */
export function parseDate(text: string): Date | string {
  const millis = parseCanonical(text);
  if (!Number.isNaN(millis)) return new Date(millis);
  if (!TIMESTAMP.test(text) || !isCalendarDay(text)) return text;
  const date = new WireDate(text);
  return Number.isNaN(date.getTime()) ? text : date;
}

/**
 * @param date - made by {@link parseDate}
 * @returns another one that writes the same text
 */
export function copyOfDate(date: Date): Date {
  return date instanceof WireDate ? date.copy() : new Date(date.getTime());
}

/** A date that was sent in another form than `toISOString` writes, and goes back in the form in which it came. */
class WireDate extends Date {
  readonly #text: string;
  readonly #millis: number;

  constructor(text: string) {
    super(text);
    this.#text = text;
    this.#millis = this.getTime();
  }

  copy(): Date {
    return new WireDate(this.#text);
  }

  override toJSON(): string {
    return this.getTime() === this.#millis ? this.#text : this.toISOString();
  }
}

/** Whether the text begins with a day that exists; `Date` would roll February 29 over into March. */
function isCalendarDay(text: string): boolean {
  return isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}
