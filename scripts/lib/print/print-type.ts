import type { Scalar, Type } from '../model/model.js';

/** Says under which name a type is mentioned. */
export type NameOf = (name: string) => string;

const SCALARS: Readonly<Record<Scalar, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  unknown: 'unknown',
  date: 'Date',
  file: 'Upload',
  never: 'never',
};

/**
 * TypeScript text of a type.
 *
 * @param type - from the model
 * @param nameOf - picks between the written and the read form of a named type
 * @returns the text
 */
export function printType(type: Type, nameOf: NameOf): string {
  switch (type.kind) {
    case 'named':
      return nameOf(type.name);
    case 'scalar':
      return SCALARS[type.scalar];
    case 'array':
      return `${parenthesised(orNull(printType(type.items, nameOf), type.nullableItems))}[]`;
    case 'map':
      return `{ [key: string]: ${orNull(printType(type.values, nameOf), type.nullableValues)} }`;
    case 'enum':
      return [...type.values.map(literal), ...(type.open ? ['(string & {})'] : [])].join(' | ');
    case 'any-of':
      return [...new Set(type.types.map((entry) => printType(entry, nameOf)))].join(' | ');
  }
}

/**
 * Adds `null` to a type's text.
 *
 * @param text - TypeScript type
 * @param nullable - whether to add it
 * @returns the text
 */
export function orNull(text: string, nullable: boolean): string {
  return nullable && text !== 'unknown' ? `${text} | null` : text;
}

/**
 * A value as a TypeScript literal.
 *
 * @param value - text or number
 * @returns single-quoted text, or the number
 */
export function literal(value: string | number): string {
  return typeof value === 'number'
    ? String(value)
    : `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

/**
 * A member's name, quoted if it must be.
 *
 * @param name - any text
 * @returns identifier or quoted text
 */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

/**
 * Key and mark of a member.
 *
 * @param name - of the member
 * @param required - whether it must be there
 * @returns both as the templates print them
 */
export function printKey(name: string, required: boolean): { key: string; mark: string } {
  return { key: propertyKey(name), mark: required ? '' : '?' };
}

function parenthesised(text: string): string {
  return /[|&]/.test(text) && !text.startsWith('{') ? `(${text})` : text;
}
