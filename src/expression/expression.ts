import { ParameterError } from '../errors/parameter-error.js';
import { literal } from './literal.js';

/** What may stand in an expression; an array stands for any of its values. */
export type ExpressionValue = string | number | bigint | boolean | Date | readonly ExpressionScalar[];

/** A single value of an expression. */
export type ExpressionScalar = string | number | bigint | boolean | Date;

/** A tag for templates whose values are escaped. */
export type ExpressionTag = (parts: TemplateStringsArray, ...values: readonly ExpressionValue[]) => string;

/**
 * Writes a value of the `search` parameter of users, groups, devices, …: a template whose values are quoted and escaped,
 * so that a quotation mark in a name can neither break the expression nor add a condition to it. Texts and dates are
 * quoted, numbers and booleans stand as they are, an array after a comparison stands for any of its values (for none of
 * them after `ne`).
 *
 * @returns the expression
 * @throws {@link ParameterError} for `undefined`, `null`, objects and other values that have no form in an expression,
 * an empty array, and a placeholder inside of quotation marks
 * @example
 * ```ts
 * const search = okta.searchExpression`profile.lastName eq ${name} and status eq ${['ACTIVE', 'STAGED']}`;
 * // profile.lastName eq "O\"Hara" and (status eq "ACTIVE" or status eq "STAGED")
 * for await (const user of client.userApi.listUsers({ search })) …
 * ```
 * @see https://developer.okta.com/docs/api/#filter and RFC 7644, section 3.4.2.2
 */
export const searchExpression: ExpressionTag = expressionTag('searchExpression');

/**
 * Writes a value of a `filter` parameter, as {@link searchExpression} does.
 *
 * @returns the expression
 * @throws as {@link searchExpression}
 * @example ``const filter = okta.filterExpression`eventType eq ${type} and published gt ${since}`;``
 * @see https://developer.okta.com/docs/api/#filter and RFC 7644, section 3.4.2.2
 */
export const filterExpression: ExpressionTag = expressionTag('filterExpression');

function expressionTag(method: string): ExpressionTag {
  const operation = { api: 'okta', method };
  return ({ raw }, ...values) =>
    values.reduce<string>((text, value, index) => {
      const parameter = `value ${index + 1}`;
      const fail = (reason: string) => new ParameterError({ operation, parameter, reason });
      if (isInsideQuotes(text)) throw fail('stands inside quotation marks; leave them out, they are added');
      return (Array.isArray(value) ? anyOf(text, value, fail) : text + literal(value, fail)) + (raw[index + 1] ?? '');
    }, raw[0] ?? '');
}

/** Whether a text that begins before its end does not end there. */
function isInsideQuotes(text: string): boolean {
  const outside = text.replace(/"(?:[^"\\]|\\.)*"/gs, '');
  return outside.includes('"');
}

const COMPARISON = /([A-Za-z_$][\w$.:-]*\s+([a-z]{2})\s+)$/i;

/** The comparison before the placeholder, once for each value. */
function anyOf(text: string, values: readonly unknown[], fail: (reason: string) => ParameterError): string {
  const [comparison, , operator = ''] = COMPARISON.exec(text) ?? [];
  if (comparison === undefined) throw fail('is an array, which must follow a comparison such as `status eq `');
  if (values.length === 0) throw fail('is an empty array, which nothing can match');
  const joint = operator.toLowerCase() === 'ne' ? ' and ' : ' or ';
  const start = comparison.trimEnd();
  const parts = values.map((value) => `${start} ${literal(value, fail)}`);
  return `${text.slice(0, -comparison.length)}(${parts.join(joint)})`;
}
