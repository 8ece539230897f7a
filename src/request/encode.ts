import { ParameterError } from '../errors/parameter-error.js';
import type { OperationName } from '../http/message.js';

/** Makes the error for a value that cannot be sent, from the end of the sentence "`parameter` …". */
export type Fail = (reason: string) => ParameterError;

/**
 * A {@link Fail} for one member of a request object.
 *
 * @param operation - the called method
 * @param parameter - the member
 * @returns the maker of errors
 */
export function failing(operation: OperationName, parameter: string): Fail {
  return (reason) => new ParameterError({ operation, parameter, reason });
}

/**
 * Percent-encodes everything that is not unreserved.
 *
 * @param text - any text
 * @param fail - called for text that has no UTF-8 form (lone surrogates)
 * @returns the encoded text
 * @see RFC 3986, section 2.1
 */
export function percentEncode(text: string, fail: Fail): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw fail('must be well-formed Unicode');
  }
}

/**
 * Text of a single value in a path, query or header: dates as ISO 8601 with milliseconds.
 *
 * @param value - text, finite number, boolean, bigint or valid date
 * @param fail - makes the error to throw for anything else
 * @returns the text, not encoded
 */
export function scalarText(value: unknown, fail: Fail): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw fail(`must be text, a finite number, a boolean or a valid date, not ${kindOf(value)}`);
}

/**
 * Whether a text has characters that never belong into a URL or header, e.g. line breaks.
 *
 * @param text - any text
 * @returns true for U+0000–U+001F and U+007F–U+009F
 */
export function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || (code > 0x7e && code < 0xa0)) return true;
  }
  return false;
}

function kindOf(value: unknown): string {
  if (value instanceof Date) return 'an invalid date';
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? 'an array' : `${typeof value}`;
}
