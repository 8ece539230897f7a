import type { JsonObject } from '../org/json.js';

const PHONE = /^(\+1)(\d{3})(\d{3})(\d{4})$/;
const SHOWN_DIGITS = 4;

/**
 * Hides most of a phone number or an email address from those who have not signed in yet.
 *
 * @param profile - of a factor
 * @returns the same with both masked
 */
export function masked(profile: JsonObject): JsonObject {
  const { phoneNumber, email } = profile;
  return {
    ...profile,
    ...(typeof phoneNumber === 'string' && { phoneNumber: maskedPhone(phoneNumber) }),
    ...(typeof email === 'string' && { email: maskedEmail(email) }),
  };
}

function maskedPhone(number: string): string {
  const [, country, , , last] = PHONE.exec(number) ?? [];
  if (country !== undefined) return `${country} XXX-XXX-${last}`;
  return `+${'X'.repeat(Math.max(0, number.length - SHOWN_DIGITS - 1))}${number.slice(-SHOWN_DIGITS)}`;
}

function maskedEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}...${address.slice(Math.max(0, at - 1))}`;
}
