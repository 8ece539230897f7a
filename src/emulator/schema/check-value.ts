import { fail } from '../answers/fault.js';
import type { Attribute } from './attribute.js';

const typeTests: Readonly<Record<Attribute['type'], (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  array: Array.isArray,
};

/**
 * Checks the value of one attribute.
 *
 * @param value - not blank
 * @param attribute - its definition
 * @returns what is wrong with it, `undefined` if nothing is
 * @throws Fault `E0000123` if only certain values are allowed and this is none of them
 */
export function checkValue(value: unknown, attribute: Attribute): string | undefined {
  if (!typeTests[attribute.type](value)) return `The field must be of type ${attribute.type}`;
  if (Array.isArray(value)) return checkElements(value, attribute);
  checkChoice(value, attribute);
  return typeof value === 'string' ? checkText(value, attribute) : undefined;
}

function checkElements(elements: readonly unknown[], { items, ...attribute }: Attribute): string | undefined {
  const type = items?.type ?? 'string';
  if (!elements.every(typeTests[type])) return `The elements must be of type ${type}`;
  for (const element of elements) checkChoice(element, items?.enum || items?.oneOf ? items : attribute);
  return undefined;
}

function checkChoice(value: unknown, attribute: Pick<Attribute, 'enum' | 'oneOf'>): void {
  const choices = attribute.oneOf?.map((choice) => choice.const) ?? attribute.enum;
  if (choices && !choices.includes(value)) throw fail('E0000123');
}

function checkText(value: string, { minLength = 0, maxLength, format, pattern }: Attribute): string | undefined {
  if (value.length < minLength) return `The field is too short. The minimum length is ${minLength}`;
  if (maxLength !== undefined && value.length > maxLength) {
    return `The field is too long. The maximum length is ${maxLength}`;
  }
  const matches = pattern === undefined ? format !== 'email' || isEmail(value) : matchesWhole(pattern, value);
  return matches ? undefined : 'Does not match required pattern';
}

/** One `@` with something on both sides and a name behind it. */
function isEmail(value: string): boolean {
  const [local, domain, ...more] = value.split('@');
  return Boolean(local && domain) && more.length === 0 && !/\s/.test(value);
}

function matchesWhole(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    return false;
  }
}
