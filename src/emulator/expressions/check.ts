import { ExpressionError } from './expression-error.js';
import type { ResultType } from './expression-function.js';
import { expressionFunctions } from './functions.js';
import { methodIn } from './methods.js';
import type { Node } from './node.js';

/** What may stand in an expression. */
export interface ExpressionRules {
  /** Type of an attribute of users, `undefined` if there is none of that name. */
  readonly attribute: (name: string) => ResultType | undefined;
}

/**
 * Finds out before anything is evaluated whether an expression can be, and of which type its result is.
 *
 * @param node - its tree
 * @param rules - which attributes there are
 * @returns the type, `any` if it depends on values
 * @throws ExpressionError for unknown functions and attributes, and for a wrong number of arguments
 */
export function checkExpression(node: Node, rules: ExpressionRules): ResultType {
  const typeOf = (part: Node) => checkExpression(part, rules);
  switch (node.kind) {
    case 'literal':
      return literalTypes.get(typeof node.value) ?? 'any';
    case 'list':
      node.items.forEach(typeOf);
      return 'list';
    case 'map':
      for (const { value } of node.entries) typeOf(value);
      return 'any';
    case 'reference':
      return referenceType(node.path, rules);
    case 'call':
      node.args.forEach(typeOf);
      return callType(node.name, node.args.length, rules);
    case 'index':
      typeOf(node.at);
      typeOf(node.of);
      return 'any';
    case 'unary':
      return operandType(typeOf(node.operand), node.operator === 'not' ? 'boolean' : 'number');
    case 'binary':
      return binaryType(node, rules);
    case 'elvis':
      return common(typeOf(node.test), typeOf(node.otherwise));
    case 'choice':
      operandType(typeOf(node.test), 'boolean');
      return common(typeOf(node.then), typeOf(node.otherwise));
  }
}

const literalTypes = new Map<string, ResultType>([
  ['string', 'text'],
  ['number', 'number'],
  ['boolean', 'boolean'],
]);

function referenceType(path: readonly string[], { attribute }: ExpressionRules): ResultType {
  const [root, ...rest] = path;
  const names = rest[0] === 'profile' && rest.length > 1 ? rest.slice(1) : rest;
  const [name = '', ...more] = names;
  const type = root === 'user' && more.length === 0 ? (attribute(name) ?? standing.get(name)) : undefined;
  if (type === undefined) throw new ExpressionError(`Invalid property ${name || root} in expression ${path.join('.')}`);
  return type;
}

/** What every user has besides attributes. */
const standing = new Map<string, ResultType>([['status', 'text']]);

function callType(name: string, count: number, rules: ExpressionRules): ResultType {
  const found = expressionFunctions.get(name);
  if (found === undefined) return methodType(name, rules);
  const { least, most = least, returns } = found;
  if (count >= least && count <= most) return returns;
  throw new ExpressionError(`Parameter count mismatch for function ${name}: ${count} given`);
}

function methodType(name: string, rules: ExpressionRules): ResultType {
  const asked = methodIn(name);
  if (asked === undefined) throw new ExpressionError(`Unknown function ${name}`);
  referenceType(asked.path, rules);
  return 'any';
}

function operandType(found: ResultType, wanted: ResultType): ResultType {
  if (found === wanted || found === 'any') return wanted;
  throw new ExpressionError(`A ${wanted} is needed where there is a ${found}`);
}

type Binary = Extract<Node, { kind: 'binary' }>;

function binaryType({ operator, left, right }: Binary, rules: ExpressionRules): ResultType {
  const types = [checkExpression(left, rules), checkExpression(right, rules)];
  if (operator === 'and' || operator === 'or') for (const type of types) operandType(type, 'boolean');
  if (operator === '+') return types.every((type) => type === 'number') ? 'number' : 'any';
  if (arithmetic.has(operator)) for (const type of types) operandType(type, 'number');
  return arithmetic.has(operator) ? 'number' : 'boolean';
}

const arithmetic: ReadonlySet<string> = new Set(['-', '*', '/', '%']);

function common(one: ResultType, other: ResultType): ResultType {
  return one === other ? one : 'any';
}
