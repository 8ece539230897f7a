import { HttpHeaders } from '../../http/headers.js';
import type { HttpResponse, Reading } from '../../http/message.js';
import type { Marked } from './marks.js';

/** An answer as it is kept. */
export interface Entry {
  /** Milliseconds since 1970. */
  readonly storedAt: number;
  /** Milliseconds since 1970; `null` if time alone does not end it. */
  readonly expiresAt: number | null;
  readonly marks: Marked;
  /** Frozen where several readers share them. */
  readonly headers: HttpHeaders;
  /** The body. */
  readonly text: string;
  /** There where entries stay in memory: what was read from the text. */
  readonly reading?: Reading;
}

/** Headers that say something about the body; the others are about one exchange, which is over. */
const KEPT = ['content-type', 'etag', 'last-modified', 'date', 'x-okta-request-id'];

/**
 * @param headers - of an answer; of a later one, if there are several
 * @returns those that are kept
 */
export function keptHeaders(...headers: readonly HttpHeaders[]): HttpHeaders {
  const kept = KEPT.map((name) => {
    const values = headers.map((one) => one.get(name));
    return [name, values.findLast((value) => value !== null) ?? undefined] as const;
  });
  return HttpHeaders.from(kept);
}

/**
 * Writes an entry so that its body needs not be parsed to read the rest.
 *
 * @param entry - to be kept
 * @returns one line of JSON, and the body as it came
 */
export function writeEntry({ text, headers, reading: _, ...rest }: Entry): string {
  return `${JSON.stringify({ ...rest, headers: [...headers] })}\n${text}`;
}

type Written = Partial<Omit<Entry, 'headers'>> & { readonly headers?: [string, string][] };

/**
 * @param record - from a store, which anybody may have written to
 * @returns the entry; `undefined` if it is none
 */
export function readEntry(record: string): Entry | undefined {
  try {
    const end = record.indexOf('\n');
    const { storedAt, expiresAt = null, marks, headers } = JSON.parse(record.slice(0, end)) as Written;
    if (typeof storedAt !== 'number' || typeof marks !== 'object' || !Array.isArray(headers)) return undefined;
    const kept = Object.freeze(HttpHeaders.from(headers));
    return { storedAt, expiresAt, marks, headers: kept, text: record.slice(end + 1) };
  } catch {
    return undefined;
  }
}

/**
 * @param entry - a good one
 * @returns the answer; each reader gets the text and makes a value of its own of it
 */
export function answerOf({ headers, text, reading }: Pick<Entry, 'headers' | 'text' | 'reading'>): HttpResponse {
  const answer = textAnswer({ status: 200, headers }, text);
  return reading === undefined ? answer : { ...answer, reading };
}

/**
 * @param head - status and headers
 * @param text - the body
 * @returns an answer that can be read any number of times
 */
export function textAnswer({ status, headers }: Pick<HttpResponse, 'status' | 'headers'>, text: string): HttpResponse {
  return { status, headers, text: async () => text, bytes: async () => new TextEncoder().encode(text) };
}
