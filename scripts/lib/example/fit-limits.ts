import type { MemberFacts } from '../model/model.js';

/**
 * Brings a text to an allowed length.
 *
 * @param text - any text
 * @param facts - limits
 * @returns the text, cut or drawn out
 */
export function fitText(text: string, { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: MemberFacts): string {
  return text.padEnd(minLength, text === '' ? 'x' : text).slice(0, maxLength);
}

/**
 * Brings a number into its range.
 *
 * @param value - any number; the default, or a small one, if absent
 * @param facts - limits and default
 * @returns the number
 */
export function fitNumber(value: number | undefined, facts: MemberFacts): number {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = facts;
  const usual = typeof facts.default === 'number' ? facts.default : 1;
  return Math.min(Math.max(value ?? usual, minimum), maximum);
}
