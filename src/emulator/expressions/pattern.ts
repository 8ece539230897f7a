import { NoResult } from './values.js';

/**
 * @param source - a regular expression
 * @returns what tests a whole text
 * @throws NoResult if it cannot be read
 */
export function patternOf(source: string): RegExp {
  try {
    return new RegExp(`^(?:${source})$`, 'u');
  } catch {
    throw new NoResult();
  }
}
