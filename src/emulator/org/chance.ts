/** A source of chance that can be taken back to where it was. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** A source that goes on from here by itself. */
  fork(): Chance;
  /** The seed of a source that goes on from here; `undefined` if there is none. */
  state(): number | undefined;
}

/** Digits, capitals and small letters, in the order in which they sort. */
export const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** The alphabet of base64url. Source: RFC 4648, section 5. */
export const BASE64URL = `${ALPHANUMERIC}-_`;
/** Hexadecimal digits. */
export const HEXADECIMAL = '0123456789abcdef';

/**
 * Chance that depends on nothing but its seed (the generator known as mulberry32).
 *
 * @param seed - any integer
 * @returns the source
 */
export function seededChance(seed: number): Chance {
  let state = seed | 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
    fork: () => seededChance(state),
    state: () => state,
  };
}

/**
 * Chance from a function, which no fork can take back.
 *
 * @param next - gives at least 0, less than 1
 * @returns the source
 */
export function givenChance(next: () => number): Chance {
  const chance: Chance = { next, fork: () => chance, state: () => undefined };
  return chance;
}

/**
 * @param chance - where the characters come from
 * @param length - number of characters
 * @param alphabet - what they are chosen from, ASCII
 * @returns a random text
 */
export function randomText(chance: Chance, length: number, alphabet: string): string {
  // Text that grows by single characters would take a hundred times the memory of its characters.
  const codes = Buffer.allocUnsafe(length);
  for (let i = 0; i < length; i++) codes[i] = alphabet.charCodeAt(Math.floor(chance.next() * alphabet.length));
  return codes.toString('latin1');
}

/**
 * @param chance - where the digits come from
 * @returns a random UUID
 * @see RFC 9562, section 5.4
 */
export function randomUuid(chance: Chance): string {
  const digits = randomText(chance, 30, HEXADECIMAL);
  const variant = randomText(chance, 1, '89ab');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(12, 15)}`];
  return [...parts, variant + digits.slice(15, 18), digits.slice(18)].join('-');
}
