import { ALPHANUMERIC, BASE64URL, randomText } from '../org/chance.js';
import type { Org } from '../org/org.js';

const TOKEN_LENGTH = 20;
const TEMPORARY_LENGTH = 8;

/**
 * @param org - where chance comes from
 * @returns a token as it stands in links that are mailed to users
 */
export function oneTimeToken({ chance }: Org): string {
  return randomText(chance, TOKEN_LENGTH, BASE64URL);
}

/**
 * @param org - where chance comes from
 * @returns a password that the default policy accepts
 */
export function temporaryPassword({ chance }: Org): string {
  return `Tp0${randomText(chance, TEMPORARY_LENGTH, ALPHANUMERIC)}`;
}
