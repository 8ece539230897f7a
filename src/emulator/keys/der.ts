/** Tags of the types that certificates are made of. Source: ITU-T X.690, section 8, and X.680, table 1 */
const TAGS = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const CONTEXT = 0x80;
const CONSTRUCTED = 0x20;
const LONG_FORM = 0x80;
const SHORT_LENGTH = 0x7f;
const SEVEN_BITS = 0x7f;

/**
 * @param items - encoded values
 * @returns them one after the other as a `SEQUENCE`
 */
export function sequence(...items: readonly Uint8Array[]): Buffer {
  return tagged(TAGS.sequence, Buffer.concat(items));
}

/**
 * @param items - encoded values
 * @returns them as a `SET`
 */
export function set(...items: readonly Uint8Array[]): Buffer {
  return tagged(TAGS.set, Buffer.concat(items));
}

/**
 * @param value - not negative, exact
 * @returns the number as an `INTEGER`
 */
export function integer(value: number): Buffer {
  const bytes = bigEndian(value);
  // The highest bit is the sign.
  const isHigh = (bytes[0] ?? 0) > SEVEN_BITS;
  return tagged(TAGS.integer, isHigh ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

/**
 * @param dotted - e.g. `2.5.4.3`
 * @returns an `OBJECT IDENTIFIER`
 */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...others].flatMap(inBase128);
  return tagged(TAGS.objectIdentifier, Buffer.from(bytes));
}

function inBase128(value: number): number[] {
  const bytes = [value & SEVEN_BITS];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & SEVEN_BITS) | LONG_FORM);
  return bytes;
}

/**
 * @returns a `NULL`
 */
export function nothing(): Buffer {
  return tagged(TAGS.null, Buffer.alloc(0));
}

/**
 * @param text - any text
 * @returns a `UTF8String`
 */
export function utf8String(text: string): Buffer {
  return tagged(TAGS.utf8String, Buffer.from(text));
}

/**
 * @param text - Latin letters, digits and a few signs
 * @returns a `PrintableString`
 */
export function printableString(text: string): Buffer {
  return tagged(TAGS.printableString, Buffer.from(text, 'latin1'));
}

/**
 * @param bytes - whole bytes
 * @returns a `BIT STRING`
 */
export function bitString(bytes: Uint8Array): Buffer {
  return tagged(TAGS.bitString, Buffer.concat([Buffer.of(0), bytes]));
}

/**
 * @param bytes - any bytes
 * @returns an `OCTET STRING`
 */
export function octetString(bytes: Uint8Array): Buffer {
  return tagged(TAGS.octetString, bytes);
}

/**
 * A time in the form that certificates demand: with two digits for the years before 2050, with four from then on.
 *
 * @param ms - milliseconds since 1970
 * @returns a `UTCTime` or `GeneralizedTime`
 * @see RFC 5280, section 4.1.2.5
 */
export function time(ms: number): Buffer {
  const digits = `${new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
  const isLate = digits >= '2050';
  return isLate
    ? tagged(TAGS.generalizedTime, Buffer.from(digits))
    : tagged(TAGS.utcTime, Buffer.from(digits.slice(2)));
}

/**
 * @param number - of the member
 * @param content - encoded values
 * @returns a member of a structure that is told by its number, and holds values
 */
export function explicit(number: number, content: Uint8Array): Buffer {
  return tagged(CONTEXT | CONSTRUCTED | number, content);
}

/**
 * @param number - of the member
 * @param content - bare bytes
 * @returns a member of a structure whose type follows from its number
 */
export function implicit(number: number, content: Uint8Array): Buffer {
  return tagged(CONTEXT | number, content);
}

function tagged(tag: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

function lengthOf({ length }: Uint8Array): Buffer {
  if (length <= SHORT_LENGTH) return Buffer.of(length);
  const bytes = bigEndian(length);
  return Buffer.concat([Buffer.of(LONG_FORM | bytes.length), bytes]);
}

function bigEndian(value: number): Buffer {
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
}
