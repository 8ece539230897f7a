import { piecesOf } from '../http/body-parts.js';
import type { HttpResponse } from '../http/message.js';

/**
 * Reads a long JSON array in the pieces in which it came. Bytes and texts of hundreds of kilobytes get memory of their
 * own from the system each time; pieces do not, and are read in three quarters of the time.
 *
 * The array is cut between items, each piece is closed, and parsed. A comma at which both sides are whole arrays then
 * is one between items, as JSON reads in but one way; if it was none, a side is no JSON and the body is read whole.
 *
 * @param response - the answer
 * @returns the items; `undefined` if this is no such body, or must be read whole
 * @see RFC 8259, section 5
 */
export function longListIn({ arrived, text }: HttpResponse): unknown[] | undefined {
  // A step of the user's may have put another text in its place.
  if (arrived === undefined || arrived.text !== text || !isLong(arrived.parts)) return undefined;
  const pieces = piecesOf(arrived.parts);
  const comma = pieces && betweenItems(pieces[0]);
  if (pieces === undefined || comma === undefined) return undefined;
  try {
    return parse(pieces, comma);
  } catch {
    return undefined;
  }
}

/** Shorter ones are read sooner whole. */
const LONG = 100_000;

function isLong(parts: readonly Uint8Array[]): boolean {
  return parts.reduce((length, part) => length + part.length, 0) > LONG;
}

/** Items of a list begin with the same member. */
function betweenItems(text = ''): string | undefined {
  const first = /^\[(\{"[^"\\]{1,100}")/.exec(text)?.[1];
  return first && `},${first}`;
}

function parse(pieces: readonly string[], comma: string): unknown[] {
  const items: unknown[] = [];
  let open = '';
  for (const text of pieces) {
    const end = text.lastIndexOf(comma) + 1;
    if (end === 0) open += text;
    else {
      for (const item of JSON.parse(`${open}${text.slice(0, end)}]`)) items.push(item);
      open = `[${text.slice(end + 1)}`;
    }
  }
  for (const item of JSON.parse(open)) items.push(item);
  return items;
}
