/** One element of DER: tag, content, and where it ends in the bytes that it was read from. */
export interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly end: number;
}

/** Tags that keys are made of. Source: ITU-T X.690, section 8 */
export const TAG = { integer: 0x02, octets: 0x04, oid: 0x06, sequence: 0x30, first: 0xa0 } as const;

/**
 * Reads one element.
 *
 * @param bytes - DER
 * @param start - where it begins
 * @returns the element, `undefined` if the bytes end before it does or are no DER
 */
export function readElement(bytes: Uint8Array, start = 0): Element | undefined {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined) return undefined;
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (extra > 4) return undefined;
  const begin = start + 2 + extra;
  const length = extra === 0 ? first : bytes.subarray(start + 2, begin).reduce((sum, byte) => sum * 256 + byte, 0);
  const end = begin + length;
  return end > bytes.length ? undefined : { tag, content: bytes.subarray(begin, end), end };
}

/**
 * Reads the elements inside another.
 *
 * @param bytes - content of a sequence
 * @returns the elements, `undefined` if the bytes are no DER
 */
export function readAll(bytes: Uint8Array): Element[] | undefined {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const element = readElement(bytes, at);
    if (element === undefined) return undefined;
    elements.push(element);
    at = element.end;
  }
  return elements;
}

/**
 * Writes one element.
 *
 * @param tag - its tag
 * @param parts - its content, in pieces
 * @returns DER
 */
export function writeElement(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const size = length < 0x80 ? [length] : longLength(length);
  return Uint8Array.from([tag, ...size, ...parts.flatMap((part) => [...part])]);
}

function longLength(length: number): number[] {
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

/**
 * @param oid - content of an object identifier
 * @returns hexadecimal digits, by which identifiers are told apart
 */
export function hex(oid: Uint8Array): string {
  return [...oid].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
