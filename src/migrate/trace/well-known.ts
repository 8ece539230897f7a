import { type Node, nameOf } from '../syntax/nodes.js';
import type { Trace } from './trace.js';

/** A member of something, with or without `?.`. */
export type MemberNode = Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>;

/** What the package gives, by name. */
export const SDK_MEMBERS: Readonly<Record<string, Trace>> = {
  Client: { kind: 'client-class' },
  default: { kind: 'sdk' },
  okta: { kind: 'sdk' },
};

/** Expressions whose value is of the language itself. */
export const PLAIN: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'BigIntLiteral',
  'BinaryExpression',
  'BooleanLiteral',
  'ClassExpression',
  'JSXElement',
  'JSXFragment',
  'NumericLiteral',
  'ObjectExpression',
  'RegExpLiteral',
  'StringLiteral',
  'TemplateLiteral',
  'UnaryExpression',
  'UpdateExpression',
]);

/**
 * @param callee - of a call
 * @returns whether it waits for all promises of an array
 */
export function isPromiseAll({ object, property, computed }: MemberNode): boolean {
  return object.type === 'Identifier' && object.name === 'Promise' && nameOf(property, computed) === 'all';
}

/**
 * @param member - of something
 * @returns whether it is what a CommonJS module gives
 */
export function isModuleExports({ object, property, computed }: MemberNode): boolean {
  return object.type === 'Identifier' && object.name === 'module' && nameOf(property, computed) === 'exports';
}
