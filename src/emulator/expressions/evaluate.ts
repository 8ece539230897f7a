import { isObject, memberAt } from '../org/json.js';
import type { User } from '../users/user.js';
import type { ExpressionContext } from './context.js';
import { expressionFunctions } from './functions.js';
import { methodIn } from './methods.js';
import type { BinaryOperator, Node } from './node.js';
import { patternOf } from './pattern.js';
import { areEqual, listOf, NoResult, numberOf, order, textOf, truthOf } from './values.js';

/**
 * Evaluates an expression.
 *
 * @param node - its tree, checked before
 * @param context - whom it is about
 * @returns the value
 * @throws NoResult if values do not fit their operators
 */
export function evaluate(node: Node, context: ExpressionContext): unknown {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'list':
      return node.items.map((item) => evaluate(item, context));
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, evaluate(value, context)]));
    case 'reference':
      return referred(node.path, context.user);
    case 'call':
      return call(node.name, node.args, context);
    case 'index':
      return element(evaluate(node.of, context), evaluate(node.at, context));
    case 'unary':
      return unary(node.operator, evaluate(node.operand, context));
    case 'binary':
      return binary(node, context);
    case 'elvis':
      return presentOf(evaluate(node.test, context)) ?? evaluate(node.otherwise, context);
    case 'choice':
      return evaluate(truthOf(evaluate(node.test, context)) ? node.then : node.otherwise, context);
  }
}

/**
 * @param node - tree of a condition
 * @param context - whom it is about
 * @returns whether it holds; one without a result does not
 */
export function holds(node: Node, context: ExpressionContext): boolean {
  try {
    return evaluate(node, context) === true;
  } catch (error) {
    if (error instanceof NoResult) return false;
    throw error;
  }
}

function presentOf(value: unknown): unknown {
  return value === '' ? null : value;
}

function referred([, ...path]: readonly string[], user: User): unknown {
  const names = path[0] === 'profile' && path.length > 1 ? path.slice(1) : path;
  const value = memberAt(user.profile, names);
  return value ?? (names[0] === 'status' ? user.status : null);
}

function call(name: string, args: readonly Node[], context: ExpressionContext): unknown {
  const values = args.map((arg) => evaluate(arg, context));
  const found = expressionFunctions.get(name);
  if (found) return found.apply(values, context);
  const asked = methodIn(name);
  if (asked === undefined) throw new NoResult();
  return asked.method(referred(asked.path, context.user), values);
}

function element(of: unknown, at: unknown): unknown {
  if (isObject(of)) return memberAt(of, [textOf(at)]) ?? null;
  return listOf(of)[numberOf(at)] ?? null;
}

function unary(operator: 'not' | '-', value: unknown): unknown {
  return operator === 'not' ? !truthOf(value) : -numberOf(value);
}

type Binary = Extract<Node, { kind: 'binary' }>;

/** The right side of `and` and `or` is looked at only if it matters. */
function binary({ operator, left, right }: Binary, context: ExpressionContext): unknown {
  const one = evaluate(left, context);
  if (operator === 'and') return truthOf(one) && truthOf(evaluate(right, context));
  if (operator === 'or') return truthOf(one) || truthOf(evaluate(right, context));
  return operations[operator](one, evaluate(right, context));
}

const operations: Readonly<Record<Exclude<BinaryOperator, 'and' | 'or'>, (one: unknown, other: unknown) => unknown>> = {
  '==': areEqual,
  '!=': (one, other) => !areEqual(one, other),
  '<': (one, other) => order(one, other) < 0,
  '<=': (one, other) => order(one, other) <= 0,
  '>': (one, other) => order(one, other) > 0,
  '>=': (one, other) => order(one, other) >= 0,
  matches: (one, other) => one !== null && patternOf(textOf(other)).test(textOf(one)),
  '+': (one, other) =>
    typeof one === 'number' && typeof other === 'number' ? one + other : textOf(one) + textOf(other),
  '-': (one, other) => numberOf(one) - numberOf(other),
  '*': (one, other) => numberOf(one) * numberOf(other),
  '/': (one, other) => numberOf(one) / numberOf(other),
  '%': (one, other) => numberOf(one) % numberOf(other),
};
