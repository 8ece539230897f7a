import type { ProgramFile } from '../program/program.js';
import { endOf, isCall, isMember, type Node, nameOf, startOf } from '../syntax/nodes.js';
import type { ValueTrace } from '../trace/trace.js';
import type { Refusal } from './plan.js';

/**
 * Finds the client that a value came from, or else the only one at hand.
 *
 * @param file - that has the call
 * @param at - where the client is needed
 * @param value - what the call is made on
 * @returns how to write the client there
 */
export function findClient(file: ProgramFile, at: Node, value: ValueTrace): string | Refusal {
  const called = [...value.origins].flatMap((origin) => clientsOf(file, origin));
  const [first] = called;
  if (first === undefined) return onlyClientAt(file, at);
  const isOne = new Set(called.map((node) => textOf(file, node))).size === 1;
  if (isOne && called.every((node) => isSame(file, node, at))) return textOf(file, first);
  return clientsAt(file, at).length === 0 ? NONE_AT_HAND : UNCLEAR;
}

const NONE_AT_HAND: Refusal = { reason: 'there is no client at hand' };
const UNCLEAR: Refusal = { reason: 'there are several clients, and which one it belongs to is unclear' };

/** Of a value of which only the type is known. */
function onlyClientAt(file: ProgramFile, at: Node): string | Refusal {
  const [only, ...others] = clientsAt(file, at);
  if (only === undefined) return NONE_AT_HAND;
  return others.length === 0 ? only : UNCLEAR;
}

/** The clients that an earlier call was made on, itself or by way of other values. */
function clientsOf(file: ProgramFile, origin: Node, seen: ReadonlySet<Node> = new Set()): Node[] {
  if (!isCall(origin) || !isMember(origin.callee) || seen.has(origin)) return [];
  const { object } = origin.callee;
  const trace = file.tracer.of(object);
  if (trace.kind === 'client') return [object];
  if (trace.kind !== 'value') return [];
  return [...trace.origins].flatMap((earlier) => clientsOf(file, earlier, new Set([...seen, origin])));
}

/** Whether an expression means the same at another place, and at another time. */
function isSame(file: ProgramFile, node: Node, at: Node): boolean {
  const { tree, bindings } = file;
  if (node.type === 'Identifier') {
    const binding = bindings.lookup(node.name, node);
    const values = binding?.writes.filter(({ source }) => source.kind !== 'nothing') ?? [];
    return values.length <= 1 && binding === bindings.lookup(node.name, at);
  }
  if (node.type === 'ThisExpression') {
    const owner = tree.classOfThis(node);
    return owner !== undefined && tree.classOfThis(at) === owner;
  }
  return (
    node.type === 'MemberExpression' &&
    nameOf(node.property, node.computed) !== undefined &&
    isSame(file, node.object, at)
  );
}

function clientsAt({ tree, bindings, tracer }: ProgramFile, at: Node): string[] {
  const names = bindings.visible(at).filter((binding) => tracer.ofBinding(binding).kind === 'client');
  const owner = tree.classOfThis(at);
  const fields =
    owner === undefined ? [] : fieldNames(owner).filter((name) => tracer.ofField(owner, name).kind === 'client');
  return [...names.map(({ name }) => name), ...fields.map((name) => `this.${name}`)];
}

function fieldNames(owner: Extract<Node, { type: 'ClassBody' }>): string[] {
  const names = owner.body.flatMap((member) => {
    if (member.type === 'ClassMethod' && member.kind === 'constructor') return member.params.flatMap(parameterField);
    return 'key' in member ? [nameOf(member.key)] : [];
  });
  return [...new Set([...names, ...GUESSES])].filter((name) => name !== undefined);
}

/** Members that a constructor gives a value without declaring them. */
const GUESSES = ['client', '_client', 'okta', 'oktaClient', 'sdk'];

function parameterField(parameter: Node): (string | undefined)[] {
  if (parameter.type !== 'TSParameterProperty') return [];
  const { parameter: inner } = parameter;
  return [inner.type === 'Identifier' ? inner.name : undefined];
}

function textOf({ text }: ProgramFile, node: Node): string {
  return text.slice(startOf(node), endOf(node));
}
