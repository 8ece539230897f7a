import { BLANK, fail, invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import { isObject, type JsonObject } from '../org/json.js';
import type { Attribute } from './attribute.js';
import { isUnique } from './unique-values.js';

const NAME = /^[A-Za-z_]\w*$/;
const types = ['string', 'boolean', 'integer', 'number', 'array'] as const;
const itemTypes = ['string', 'integer', 'number'] as const;

/**
 * Reads the definition of a custom attribute.
 *
 * @param name - of the attribute
 * @param sent - its definition; members that are not sent stay as they are, null clears them
 * @param before - as it is defined so far
 * @returns the attribute
 * @throws Fault `E0000001` for what is missing or wrong, `E0000123` if `enum` and `oneOf` differ
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Schema/
 */
export function attributeFrom(name: string, sent: unknown, before?: Attribute): Attribute {
  if (!NAME.test(name))
    throw invalid(name, 'The variable name must start with a letter, and hold letters, digits and _ only');
  if (!isObject(sent)) throw fail('E0000003');
  const members = Object.entries({ ...before, ...sent }).filter(([, value]) => value !== null);
  const merged: JsonObject = Object.fromEntries(members);
  const attribute: Attribute = { ...merged, title: titleOf(merged), ...typeOf(merged) };
  checkSameType(attribute, before);
  checkLengths(attribute);
  checkChoices(attribute);
  if (isUnique(attribute) && (attribute.type === 'array' || attribute.type === 'boolean')) {
    throw invalid('unique', `An attribute of type ${attribute.type} cannot be unique`);
  }
  return attribute;
}

function titleOf(merged: JsonObject): string {
  const title = textIn(merged, 'title') ?? '';
  if (title.trim() === '') throw invalid('title', BLANK);
  return title;
}

function typeOf(merged: JsonObject): Pick<Attribute, 'type' | 'items'> {
  const type = types.find((known) => known === merged['type']);
  if (type === undefined) throw invalid('type', `The field must be one of ${types.join(', ')}`);
  if (type !== 'array') return { type };
  const items = objectIn(merged, 'items') ?? {};
  const itemType = itemTypes.find((known) => known === (items['type'] ?? 'string'));
  if (itemType === undefined) throw invalid('items.type', `The field must be one of ${itemTypes.join(', ')}`);
  return { type, items: { ...items, type: itemType } };
}

function checkSameType({ type, items }: Attribute, before: Attribute | undefined): void {
  if (before === undefined) return;
  const same = before.type === type && (before.items?.type ?? 'string') === (items?.type ?? 'string');
  if (!same) throw invalid('type', 'The type of an attribute cannot be changed');
}

function checkLengths({ type, minLength = 0, maxLength = Number.POSITIVE_INFINITY, ...rest }: Attribute): void {
  if (minLength < 0) throw invalid('minLength', 'The field must be at least 0');
  if (maxLength < minLength) throw invalid('maxLength', 'The field must not be less than minLength');
  const limited = minLength > 0 || maxLength !== Number.POSITIVE_INFINITY;
  if (limited && type !== 'string') throw invalid('maxLength', `An attribute of type ${type} has no length`);
  if (rest.pattern !== undefined) checkPattern(rest.pattern);
}

function checkPattern(pattern: string): void {
  try {
    new RegExp(pattern, 'u');
  } catch {
    throw invalid('pattern', 'The pattern is not a regular expression');
  }
}

/** Elements of arrays have their choices in `items`. */
function checkChoices({ type, items, ...own }: Attribute): void {
  const { enum: values, oneOf }: Pick<Attribute, 'enum' | 'oneOf'> = type === 'array' ? { ...own, ...items } : own;
  const constants = oneOf?.map((choice) => choice.const);
  if (values && constants && String(values) !== String(constants)) throw fail('E0000123');
  const fits = tests[type === 'array' ? (items?.type ?? 'string') : type];
  if (!(constants ?? values ?? []).every(fits))
    throw invalid('enum', 'The values must be of the type of the attribute');
}

const tests: Readonly<Record<Exclude<Attribute['type'], 'array'>, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
};
