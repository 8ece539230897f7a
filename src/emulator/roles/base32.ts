const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const DIGIT_BITS = 5;

/**
 * @param text - ASCII
 * @returns it in base32, without padding
 * @see RFC 4648, section 6
 */
export function base32(text: string): string {
  const bits = [...Buffer.from(text, 'ascii')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = bits.match(new RegExp(`.{1,${DIGIT_BITS}}`, 'g')) ?? [];
  return digits.map((digit) => ALPHABET[Number.parseInt(digit.padEnd(DIGIT_BITS, '0'), 2)]).join('');
}
