import type { ExpressionFunctions } from './expression-function.js';
import { NoResult } from './values.js';

/**
 * How texts become numbers.
 *
 * Source: https://developer.okta.com/docs/reference/okta-expression-language/#conversion-functions
 */
export const convertFunctions: ExpressionFunctions = {
  'Convert.toInt': { returns: 'number', least: 1, apply: ([value]) => Math.round(numeric(value)) },
  'Convert.toNum': { returns: 'number', least: 1, apply: ([value]) => numeric(value) },
};

function numeric(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new NoResult();
}
