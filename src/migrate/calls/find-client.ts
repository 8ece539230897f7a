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
  const used = new Set([...value.origins].map((origin) => clientOf(file, origin, at)));
  const [known] = used;
  if (used.size === 1 && known !== undefined) return known;
  const [only, ...others] = clientsAt(file, at);
  if (only === undefined) return { reason: 'there is no client at hand' };
  return others.length === 0 ? only : { reason: 'there are several clients, and which one it belongs to is unclear' };
}

/** The client that an earlier call was made on, if it can be written the same way at another place. */
function clientOf(file: ProgramFile, origin: Node, at: Node): string | undefined {
  if (!isCall(origin) || !isMember(origin.callee)) return undefined;
  const { object } = origin.callee;
  const trace = file.tracer.of(object);
  if (trace.kind === 'value') {
    const [earlier] = trace.origins;
    return earlier && earlier !== origin ? clientOf(file, earlier, at) : undefined;
  }
  return trace.kind === 'client' && isSame(file, object, at) ? textOf(file, object) : undefined;
}

/** Whether an expression means the same at another place. */
function isSame(file: ProgramFile, node: Node, at: Node): boolean {
  const { tree, bindings } = file;
  if (node.type === 'Identifier') return bindings.lookup(node.name, node) === bindings.lookup(node.name, at);
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
