import type { ProgramFile } from '../program/program.js';
import { references } from '../program/references.js';
import { before, behind } from '../syntax/edits.js';
import { childrenOf, endOf, isWrapper, type Node, nameOf, startOf } from '../syntax/nodes.js';
import { isPromiseAll } from '../trace/well-known.js';
import { joinPlans, type Plan } from './plan.js';
import { isSameLater } from './same-later.js';
import { separator } from './separator.js';

const NOT_AT_ONCE = 'a method that lists gives a promise now, and it cannot be awaited here';

/**
 * Makes what is around a call that gave a `Collection` at once work with a promise of it.
 *
 * @param file - that has the call
 * @param call - of a method that lists
 * @returns edits around the call
 */
export function planList(file: ProgramFile, call: Node): Plan {
  const { tree } = file;
  const node = outermost(file, call);
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ExpressionStatement':
      return [];
    case 'YieldExpression':
      return parent.delegate ? [] : { reason: NOT_AT_ONCE };
    case 'ForOfStatement':
      return parent.await && parent.right === node ? [] : { reason: NOT_AT_ONCE };
    case 'ReturnStatement':
      return tree.functionAround(parent)?.async ? [] : { reason: NOT_AT_ONCE };
    case 'ArrowFunctionExpression':
      return parent.async && parent.body === node ? [] : { reason: NOT_AT_ONCE };
    case 'ArrayExpression':
      return isAwaitedArray(file, parent) ? [] : { reason: NOT_AT_ONCE };
    case 'MemberExpression':
      return parent.object === node ? planChain(file, node, parent) : { reason: NOT_AT_ONCE };
    case 'VariableDeclarator':
    case 'AssignmentExpression':
      return planVariable(file, node, parent);
    default:
      return { reason: NOT_AT_ONCE };
  }
}

function outermost(file: ProgramFile, node: Node): Node {
  const parent = file.tree.parentOf(node);
  return parent && isWrapper(parent) ? outermost(file, parent) : node;
}

function isAwaitedArray({ tree }: ProgramFile, array: Node): boolean {
  const call = tree.parentOf(array);
  return call?.type === 'CallExpression' && call.callee.type === 'MemberExpression' && isPromiseAll(call.callee);
}

/** `client.listUsers().each(…)`. */
function planChain(file: ProgramFile, list: Node, member: Extract<Node, { type: 'MemberExpression' }>): Plan {
  const { tree } = file;
  const call = tree.parentOf(member);
  if (call?.type !== 'CallExpression' || call.callee !== member) return { reason: NOT_AT_ONCE };
  const name = nameOf(member.property, member.computed) ?? '';
  const isAwaited = tree.parentOf(outermost(file, call))?.type === 'AwaitExpression';
  const isPromise = GIVES_PROMISE.has(name) && call.arguments.every((argument) => isSameLater(file, argument));
  if (isPromise && !isAwaited) return thenForm(list, call);
  if (!tree.mayAwait(call)) return { reason: NOT_AT_ONCE };
  return [before(startOf(list), `${separator(file, list)}(await `), behind(endOf(list), ')')];
}

/** Methods of a collection that give a promise. */
const GIVES_PROMISE: ReadonlySet<string> = new Set(['each', 'next', 'getNextPage']);

function thenForm(list: Node, call: Node): Plan {
  const used = new Set(namesIn(call));
  const name = NAMES.find((candidate) => !used.has(candidate));
  if (name === undefined) return { reason: NOT_AT_ONCE };
  return [behind(endOf(list), `.then((${name}) => ${name}`), behind(endOf(call), ')')];
}

const NAMES = ['list', 'collection', 'okta_collection'];

function namesIn(node: Node): string[] {
  return [...(node.type === 'Identifier' ? [node.name] : []), ...childrenOf(node).flatMap(namesIn)];
}

/** `const users = client.listUsers()`: awaited at once, or else at every use. */
function planVariable(file: ProgramFile, list: Node, parent: Node): Plan {
  if (file.tree.mayAwait(list)) return [before(startOf(list), 'await ')];
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return { reason: NOT_AT_ONCE };
  const binding = file.bindings.lookup(parent.id.name, parent.id);
  if (binding === undefined || binding.writes.length !== 1) return { reason: NOT_AT_ONCE };
  return joinPlans(...references(file, binding).map((reference) => planReference(file, reference)));
}

function planReference(file: ProgramFile, reference: Node): Plan {
  const parent = file.tree.parentOf(reference);
  if (parent?.type === 'ForOfStatement' && parent.await && parent.right === reference) return [];
  if (parent?.type === 'AwaitExpression') return [];
  if (parent?.type !== 'MemberExpression' || parent.object !== reference) return { reason: NOT_AT_ONCE };
  return planChain(file, reference, parent);
}
