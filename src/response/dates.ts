import type { DateTree } from '../request/row.js';

/**
 * Turns the texts at the places of a tree into `Date` objects, in place. Everything else stays as it was parsed.
 *
 * @param value - parsed JSON; an array is walked item by item
 * @param tree - where dates are
 * @returns the same value
 */
export function reviveDates(value: unknown, tree: DateTree): unknown {
  if (Array.isArray(value)) for (const item of value) reviveDates(item, tree);
  else if (typeof value === 'object' && value !== null) reviveMembers(value as Record<string, unknown>, tree);
  return value;
}

function reviveMembers(object: Record<string, unknown>, tree: DateTree): void {
  for (const key in tree) {
    const branch = tree[key];
    if (branch === 1 && typeof object[key] === 'string' && key !== '*') object[key] = parseDate(object[key]);
    else if (key === '*') for (const name of Object.keys(object)) reviveMember(object, name, branch);
    else reviveMember(object, key, branch);
  }
}

function reviveMember(object: Record<string, unknown>, key: string, branch: 1 | DateTree | undefined): void {
  const value = object[key];
  if (value === undefined || value === null || branch === undefined) return;
  if (branch !== 1) reviveDates(value, branch);
  else if (typeof value === 'string') object[key] = parseDate(value);
  else if (Array.isArray(value)) object[key] = value.map((item) => (typeof item === 'string' ? parseDate(item) : item));
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

/** A date that was sent in another form than `toISOString` writes, and goes back in the form in which it came. */
class WireDate extends Date {
  readonly #text: string;
  readonly #millis: number;

  constructor(text: string) {
    super(text);
    this.#text = text;
    this.#millis = this.getTime();
  }

  override toJSON(): string {
    return this.getTime() === this.#millis ? this.#text : this.toISOString();
  }
}

/**
 * Milliseconds of `YYYY-MM-DDTHH:MM:SS.mmmZ`, the form of nearly every timestamp of Okta's; NaN for any other form.
 * Long lists have thousands of them, so this reads each character once and calculates the day by itself, which takes a
 * fraction of the time of `Date.parse` or of an expression with `Date.UTC`.
 */
function parseCanonical(text: string): number {
  if (text.length !== 24 || !hasCanonicalMarks(text)) return Number.NaN;
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  const millis = pair(text, 20) * 10 + digit(text, 22);
  // What is no digit makes its number negative.
  const isTime = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59 && millis >= 0;
  if (!isTime || !isDay(year, month, day)) return Number.NaN;
  return daysBefore(year, month, day) * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1000 + millis;
}

const DAY_MS = 86_400_000;

/**
 * Days from January 1, 1970 to a day of the Gregorian calendar. Years count from March, so that a leap day is the last
 * of its year.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
function daysBefore(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const ofYear = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0;
  const leaps = ((marchYear / 4) | 0) - ((marchYear / 100) | 0) + ((marchYear / 400) | 0);
  return 365 * marchYear + leaps + ofYear + day - 1 - DAYS_BEFORE_1970;
}

/** From March 1 of the year 0. */
const DAYS_BEFORE_1970 = 719_468;

/** Whether the text begins with a day that exists; `Date` would roll February 29 over into March. */
function isCalendarDay(text: string): boolean {
  return isDay(pair(text, 0) * 100 + pair(text, 2), pair(text, 5), pair(text, 8));
}

function isDay(year: number, month: number, day: number): boolean {
  // Two-digit years mean 1900 and later to `Date`.
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= 28 || day <= daysOf(month, year);
}

function daysOf(month: number, year: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const DASH = 45;
const DOT = 46;
const COLON = 58;
const T = 84;
const Z = 90;

function hasCanonicalMarks(text: string): boolean {
  return (
    text.charCodeAt(4) === DASH &&
    text.charCodeAt(7) === DASH &&
    text.charCodeAt(10) === T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    text.charCodeAt(19) === DOT &&
    text.charCodeAt(23) === Z
  );
}

/** Two digits as a number, a negative one for anything else. */
function pair(text: string, start: number): number {
  return digit(text, start) * 10 + digit(text, start + 1);
}

/** Below what nine other digits could make up for, and an integer, with which engines calculate fastest. */
const NO_DIGIT = -10_000;

function digit(text: string, index: number): number {
  const value = text.charCodeAt(index) - 48;
  return value >= 0 && value <= 9 ? value : NO_DIGIT;
}
