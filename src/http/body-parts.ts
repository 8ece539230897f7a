const utf8 = new TextDecoder();
const utf8WithinText = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * @param parts - pieces of a body
 * @returns its text
 */
export function textOf(parts: readonly Uint8Array[]): string {
  return utf8.decode(bytesOf(parts));
}

/** Strings of more than 128 kB get memory of their own from the system. */
const LONGEST_PIECE = 65_536;

/**
 * Reads a body in pieces.
 *
 * @param parts - as it came
 * @returns text in pieces of at most 64 kB; `undefined` if a character lies in two parts
 */
export function piecesOf(parts: readonly Uint8Array[]): string[] | undefined {
  if (!parts.every((part) => isAscii(part.at(-1)))) return undefined;
  const pieces = parts.flatMap(shorten);
  return pieces.map((piece, index) => (index === 0 ? utf8 : utf8WithinText).decode(piece));
}

function shorten(part: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let start = 0;
  while (part.length - start > LONGEST_PIECE) {
    let end = start + LONGEST_PIECE;
    // Characters of several bytes stay whole.
    while (end > start + 1 && !isAscii(part[end - 1])) end -= 1;
    pieces.push(part.subarray(start, end));
    start = end;
  }
  pieces.push(part.subarray(start));
  return pieces;
}

function isAscii(byte = 0): boolean {
  return byte < 128;
}

/**
 * @param parts - pieces of a body
 * @returns all of them as one; the very same bytes if there is but one
 */
export function bytesOf(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  // What comes in one piece on Node is a Buffer; what comes in several must not be another thing.
  const whole = typeof Buffer === 'undefined' ? new Uint8Array(length) : Buffer.alloc(length);
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
