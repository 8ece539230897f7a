import type { Node } from '@babel/types';

export type { File, Node } from '@babel/types';

/** Members of nodes that hold no part of the program. */
const ASIDE: ReadonlySet<string> = new Set([
  'comments',
  'errors',
  'extra',
  'innerComments',
  'leadingComments',
  'loc',
  'tokens',
  'trailingComments',
]);

/**
 * @param node - of a program
 * @returns its parts in the order of the source
 */
export function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]) => (ASIDE.has(key) ? [] : [value].flat().filter(isNode)));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/**
 * Where a node begins.
 *
 * @param node - of a parsed file
 * @returns offset into the text
 */
export const startOf = ({ start }: Node): number => start ?? 0;

/**
 * Where a node ends.
 *
 * @param node - of a parsed file
 * @returns offset behind its last character
 */
export const endOf = ({ end }: Node): number => end ?? 0;

/**
 * Name that a member or a property is reached by, if the text says it.
 *
 * @param node - `key` or `property`
 * @param computed - whether it stands in brackets
 * @returns the name; `undefined` if it is known only when the program runs
 */
export function nameOf(node: Node, computed = false): string | undefined {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'PrivateName') return `#${node.id.name}`;
  return node.type === 'Identifier' && !computed ? node.name : undefined;
}

const WRAPPERS: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

/** A node that changes nothing but the type of what is in it. */
export type Wrapper = Extract<
  Node,
  {
    type:
      | 'ParenthesizedExpression'
      | 'TSAsExpression'
      | 'TSNonNullExpression'
      | 'TSSatisfiesExpression'
      | 'TSTypeAssertion';
  }
>;

/**
 * @param node - any
 * @returns whether it is parentheses or a TypeScript assertion
 */
export const isWrapper = (node: Node): node is Wrapper => WRAPPERS.has(node.type);

/**
 * @param node - an expression
 * @returns what is inside parentheses and TypeScript assertions
 */
export function unwrapped(node: Node): Node {
  return isWrapper(node) ? unwrapped(node.expression) : node;
}

const FUNCTIONS: ReadonlySet<string> = new Set([
  'ArrowFunctionExpression',
  'ClassMethod',
  'ClassPrivateMethod',
  'FunctionDeclaration',
  'FunctionExpression',
  'ObjectMethod',
]);

/** A function in any notation. */
export type AnyFunction = Extract<
  Node,
  {
    type:
      | 'ArrowFunctionExpression'
      | 'ClassMethod'
      | 'ClassPrivateMethod'
      | 'FunctionDeclaration'
      | 'FunctionExpression'
      | 'ObjectMethod';
  }
>;

/**
 * @param node - any
 * @returns whether it is a function, a method or an arrow
 */
export const isFunction = (node: Node): node is AnyFunction => FUNCTIONS.has(node.type);

/** A call, perhaps in an optional chain. */
export type CallNode = Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' }>;

/** A member, perhaps in an optional chain. */
export type MemberNode = Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>;

/**
 * @param node - any
 * @returns whether it is a call
 */
export const isCall = (node: Node): node is CallNode =>
  node.type === 'CallExpression' || node.type === 'OptionalCallExpression';

/**
 * @param node - any
 * @returns whether it is a member of something
 */
export const isMember = (node: Node): node is MemberNode =>
  node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
