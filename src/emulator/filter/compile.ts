import { memberAt } from '../org/json.js';
import type { Attribute, Dialect } from './dialect.js';
import { matcherFor } from './matchers.js';
import { parse } from './parse.js';
import { type Expression, FilterError } from './syntax.js';

/** Says of an item whether a filter lets it through. */
export type Predicate<T> = (item: T) => boolean;

/**
 * Makes a predicate of a filter.
 *
 * @param source - the filter as it was sent, decoded
 * @param dialect - what the list understands
 * @returns the predicate
 * @throws FilterError if the text is no filter, or asks for what the list does not offer
 */
export function compile<T>(source: string, dialect: Dialect<T>): Predicate<T> {
  const expression = parse(source);
  if (dialect.single && 'parts' in expression) throw new FilterError('only one comparison is supported', 0);
  return predicateOf(expression, dialect);
}

function predicateOf<T>(expression: Expression, dialect: Dialect<T>): Predicate<T> {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return joined(expression, dialect);
    case 'not':
      return negated(expression, dialect);
    case 'present':
      return presence(expression, dialect);
    case 'compare':
      return comparison(expression, dialect);
  }
}

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

function joined<T>({ kind, parts }: Of<'and' | 'or'>, dialect: Dialect<T>): Predicate<T> {
  const predicates = parts.map((part) => predicateOf(part, dialect));
  if (kind === 'and') return (item) => predicates.every((predicate) => predicate(item));
  return (item) => predicates.some((predicate) => predicate(item));
}

function negated<T>({ part, at }: Of<'not'>, dialect: Dialect<T>): Predicate<T> {
  if (!dialect.not) throw new FilterError("'not' is not supported", at);
  const predicate = predicateOf(part, dialect);
  return (item) => !predicate(item);
}

function presence<T>({ attribute: name, at }: Of<'present'>, dialect: Dialect<T>): Predicate<T> {
  const attribute = attributeFor({ name, operator: 'pr', at }, dialect);
  const read = readerFor(name, attribute);
  return (item) => {
    const value = read(item);
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
  };
}

function comparison<T>(expression: Of<'compare'>, dialect: Dialect<T>): Predicate<T> {
  const { attribute: name, operator, value, at } = expression;
  const attribute = attributeFor({ name, operator, at }, dialect);
  const { holds, date = false } = attribute;
  if (holds) return (item) => holds(item, value);
  if (date && Number.isNaN(Date.parse(String(value)))) throw new FilterError(`'${name}' takes a date`, at);
  const rules = { wanted: value, date, ignoreCase: dialect.ignoreCase ?? false };
  const matches = matcherFor({ ...rules, operator: operator === 'ne' ? 'eq' : operator });
  // Unequal is what has no equal value, so also an item without the attribute.
  const negative = operator === 'ne';
  const read = readerFor(name, attribute);
  return (item) => {
    const actual = read(item);
    return (Array.isArray(actual) ? actual.some(matches) : matches(actual)) !== negative;
  };
}

interface Question {
  readonly name: string;
  readonly operator: Attribute<unknown>['operators'][number];
  readonly at: number;
}

function attributeFor<T>({ name, operator, at }: Question, dialect: Dialect<T>): Attribute<T> {
  const attribute = dialect.attribute(name);
  if (attribute === undefined) throw new FilterError(`unknown attribute '${name}'`, at);
  if (attribute.operators.includes(operator)) return attribute;
  throw new FilterError(`operator '${operator}' is not supported for '${name}'`, at);
}

function readerFor<T>(name: string, { read }: Attribute<T>): (item: T) => unknown {
  if (read) return read;
  const path = name.split('.');
  return (item) => memberAt(item, path);
}
