/**
 * Writes a value as it stands in a filter or search expression.
 *
 * @param value - text, finite number, boolean, bigint or valid date
 * @param fail - makes the error for anything else; never told the value
 * @returns its form: texts as in JSON, dates as text in ISO 8601
 * @see RFC 7644, section 3.4.2.2, and RFC 8259, section 7
 */
export function literal(value: unknown, fail: (reason: string) => Error): string {
  if (typeof value === 'string') return quoted(value, fail);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return `"${value.toISOString()}"`;
  throw fail(`must be text, a finite number, a boolean, a valid date or an array of them, not ${kindOf(value)}`);
}

function quoted(text: string, fail: (reason: string) => Error): string {
  if (/\p{Surrogate}/u.test(text)) throw fail('must be well-formed Unicode');
  return JSON.stringify(text);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof Date) return 'an invalid date';
  if (Array.isArray(value)) return 'an array inside of an array';
  return typeof value === 'number' ? String(value) : typeof value;
}
