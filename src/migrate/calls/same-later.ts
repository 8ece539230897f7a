import type { ProgramFile } from '../program/program.js';
import { isCall, isFunction, isMember, isWrapper, type Node, nameOf } from '../syntax/nodes.js';

/**
 * Whether an expression gives the same when it is evaluated in a callback, after what follows it has run.
 *
 * @param file - that has it
 * @param node - the expression
 * @returns false if it calls something, or reads a name that gets several values
 */
export function isSameLater(file: ProgramFile, node: Node): boolean {
  if (isFunction(node) || isWrapper(node)) return isFunction(node) || isSameLater(file, node.expression);
  if (node.type === 'Identifier') return isSetOnce(file, node);
  if (isCall(node))
    return isBinding(node.callee) && [node.callee, ...node.arguments].every((each) => isSameLater(file, each));
  if (!isMember(node)) return CONSTANT.has(node.type);
  return isSameLater(file, node.object) && (!node.computed || isSameLater(file, node.property));
}

const CONSTANT: ReadonlySet<string> = new Set(['NullLiteral', 'NumericLiteral', 'StringLiteral', 'ThisExpression']);

/** `visit.bind(this)` has no effect but its result. */
const isBinding = (callee: Node) => isMember(callee) && nameOf(callee.property, callee.computed) === 'bind';

/** A `var` in a loop gets a value in each round. */
function isSetOnce({ tree, bindings }: ProgramFile, node: Extract<Node, { type: 'Identifier' }>): boolean {
  const [only, ...others] = bindings.lookup(node.name, node)?.writes ?? [];
  const declaration = only && tree.closest(only.target, isFunctionOrVariable);
  const isVar = declaration?.type === 'VariableDeclaration' && declaration.kind === 'var';
  return others.length === 0 && !(isVar && isLoop(tree.closest(declaration, isFunctionOrLoop)));
}

const isFunctionOrVariable = (node: Node): node is Node => isFunction(node) || node.type === 'VariableDeclaration';
const isFunctionOrLoop = (node: Node): node is Node => isFunction(node) || isLoop(node);
const isLoop = (node: Node | undefined) => node !== undefined && /^(?:For|While|DoWhile)/.test(node.type);
