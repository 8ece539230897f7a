import type { FlatMethod } from '../facts.js';
import { before, behind, type Edit } from '../syntax/edits.js';
import { childrenOf, endOf, isFunction, type Node, nameOf, startOf } from '../syntax/nodes.js';
import { isRefusal, type Plan, type Refusal } from './plan.js';

/** A call with positional arguments that is to take a request object. */
export interface Positional {
  readonly text: string;
  readonly call: Node;
  readonly given: readonly Node[];
  readonly flat: FlatMethod;
  /** Members that the arguments do not say, e.g. `userId: user.id`. */
  readonly filled: readonly FilledMember[];
}

/** A member of the request object by name, with its value as source text. */
export interface FilledMember {
  readonly name: string;
  readonly value: string;
}

type Slot = { readonly kind: 'path' | 'body'; readonly member: string } | { readonly kind: 'query' };

interface Argument {
  readonly node: Node;
  readonly slot: Slot;
}

/**
 * Moves positional arguments into one request object. Their text, and comments between them, stay as they are.
 *
 * @param positional - the call
 * @returns edits of the arguments
 */
export function planRequestObject(positional: Positional): Plan {
  const slots = slotsOf(positional);
  const refusal = refusalOf(positional, slots);
  if (refusal !== undefined) return refusal;
  const all = positional.given.flatMap((node, index): Argument[] => {
    const slot = slots[index];
    return slot === undefined ? [] : [{ node, slot }];
  });
  const kept = all.filter(({ node }) => !isAbsent(node) && !isEmptyQuery(node, all));
  const dropped = dropAbsent(positional, all, kept);
  if (isRefusal(dropped)) return dropped;
  return [...dropped, ...objectEdits(positional, kept)];
}

function slotsOf({ flat, filled }: Positional): Slot[] {
  const isFilled = (member: string) => filled.some(({ name }) => name === member);
  const path = flat.params.filter((member) => !isFilled(member));
  const body = flat.body === undefined || isFilled(flat.body) ? [] : [flat.body];
  return [
    ...path.map((member): Slot => ({ kind: 'path', member })),
    ...body.map((member): Slot => ({ kind: 'body', member })),
    ...(flat.query ? [{ kind: 'query' } as const] : []),
  ];
}

function refusalOf({ given, flat, call }: Positional, slots: readonly Slot[]): Refusal | undefined {
  if (flat.byHand !== undefined) return { reason: flat.byHand };
  if ('typeParameters' in call && call.typeParameters) return { reason: 'the call has type arguments' };
  if (given.some(({ type }) => type === 'SpreadElement')) return { reason: 'arguments are spread' };
  if (given.length > slots.length)
    return { reason: `there are ${given.length} arguments, and the method takes ${slots.length || 'none'}` };
  if (given.some((node, index) => slots[index]?.kind === 'path' && encodes(node)))
    return { reason: 'an argument is encoded for the URL, which the method does itself now' };
  const missing = slots.find((slot, index) => slot.kind === 'path' && isAbsent(given[index]));
  if (missing?.kind === 'path') return { reason: `the argument for ${missing.member} is missing` };
  return queryRefusal(flat, given[slots.findIndex(({ kind }) => kind === 'query')]);
}

const ENCODERS: ReadonlySet<string> = new Set(['encodeURI', 'encodeURIComponent', 'escape']);

/** `encodeURIComponent(login)`, as the client of old did not encode what it put into the path. */
function encodes(node: Node): boolean {
  if (node.type === 'Identifier') return ENCODERS.has(node.name);
  return !isFunction(node) && childrenOf(node).some(encodes);
}

function queryRefusal(flat: FlatMethod, query: Node | undefined): Refusal | undefined {
  const required = flat.required ?? [];
  if (isAbsent(query)) {
    return required.length > 0 ? { reason: `${required.join(', ')} must be given now` } : undefined;
  }
  if (query?.type !== 'ObjectExpression') return undefined;
  const hasSpread = query.properties.some(({ type }) => type === 'SpreadElement');
  const names = query.properties.map((property) =>
    property.type === 'ObjectProperty' ? nameOf(property.key, property.computed) : undefined,
  );
  const isKnown = (name: string | undefined) => name === undefined || flat.query?.includes(name);
  const unknown = names.find((name) => !isKnown(name));
  if (unknown !== undefined) return { reason: `the query parameter ${unknown} is not known any more` };
  const computed = query.properties.some(({ type }, index) => type !== 'SpreadElement' && names[index] === undefined);
  if (computed) return { reason: 'a query parameter has a name that only the running program knows' };
  const missing = required.find((name) => !names.includes(name));
  return missing !== undefined && !hasSpread ? { reason: `${missing} must be given now` } : undefined;
}

function isAbsent(node: Node | undefined): boolean {
  if (node === undefined || node.type === 'NullLiteral') return true;
  return (
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'UnaryExpression' && node.operator === 'void' && node.argument.type === 'NumericLiteral')
  );
}

/** Beside other arguments, `{}` for the query says nothing. */
function isEmptyQuery(node: Node, all: readonly Argument[]): boolean {
  return (
    all.length > 1 &&
    node.type === 'ObjectExpression' &&
    node.properties.length === 0 &&
    all.at(-1)?.slot.kind === 'query' &&
    all.at(-1)?.node === node
  );
}

function dropAbsent({ text, call }: Positional, all: readonly Argument[], kept: readonly Argument[]): Plan {
  const firstKept = kept[0] === undefined ? all.length : all.indexOf(kept[0]);
  const edits: Edit[] = [];
  for (const [index, argument] of all.entries()) {
    if (kept.includes(argument)) continue;
    const { node } = argument;
    const start = index > firstKept ? endOf(all[index - 1]?.node ?? node) : startOf(node);
    const end = index > firstKept ? endOf(node) : startOfNext(text, call, all[index + 1]?.node);
    if (/\/[/*]/.test(text.slice(start, end))) return { reason: 'there is a comment at an argument that goes' };
    edits.push({ start, end, text: '' });
  }
  return edits;
}

/** Behind the last argument there may be a comma, which would stand alone once they are all gone. */
function startOfNext(text: string, call: Node, next: Node | undefined): number {
  if (next !== undefined) return startOf(next);
  const end = endOf(call) - 1;
  return end - (/\s*$/.exec(text.slice(0, end))?.[0].length ?? 0);
}

function objectEdits(positional: Positional, kept: readonly Argument[]): Edit[] {
  const { call, filled } = positional;
  const first = kept[0];
  const last = kept.at(-1);
  const members = filled.map(({ name, value }) => (name === value ? name : `${name}: ${value}`)).join(', ');
  if (first === undefined || last === undefined) {
    return members === '' ? [] : [before(endOf(call) - 1, `{ ${members} }`)];
  }
  if (first.slot.kind === 'query') return queryAlone(first.node, members);
  const opening = before(startOf(first.node), `{ ${members === '' ? '' : `${members}, `}`);
  const labels = kept.flatMap(({ node, slot }) => (slot.kind === 'query' ? [] : labelOf(node, slot.member)));
  if (last.slot.kind !== 'query') return [opening, ...labels, behind(endOf(last.node), ' }')];
  return [opening, ...labels, ...spreadQuery(positional.text, last.node)];
}

/** The object of the query becomes the request object. */
function queryAlone(node: Node, members: string): Edit[] {
  if (members === '') return [];
  if (node.type === 'ObjectExpression') {
    const isEmpty = node.properties.length === 0;
    return [before(startOf(node) + 1, isEmpty ? ` ${members} ` : ` ${members},`)];
  }
  return [before(startOf(node), `{ ${members}, ${opened(node)}`), behind(endOf(node), `${closed(node)} }`)];
}

function labelOf(node: Node, member: string): Edit[] {
  return node.type === 'Identifier' && node.name === member ? [] : [before(startOf(node), `${member}: `)];
}

/** The brace that closes an object of the query closes the request object. */
function spreadQuery(text: string, node: Node): Edit[] {
  if (node.type !== 'ObjectExpression') {
    return [before(startOf(node), opened(node)), behind(endOf(node), `${closed(node)} }`)];
  }
  const start = startOf(node);
  const [space = ''] = /^[ \t]*/.exec(text.slice(start + 1)) ?? [];
  const end = start + 1 + space.length;
  const breaks = /^\r?\n/.test(text.slice(end));
  const [indent = ''] = breaks ? (/[ \t]*$/.exec(text.slice(0, start)) ?? []) : [];
  return [{ start: start - indent.length, end, text: '' }];
}

const SIMPLE: ReadonlySet<string> = new Set([
  'CallExpression',
  'Identifier',
  'MemberExpression',
  'ParenthesizedExpression',
]);

const opened = ({ type }: Node) => (SIMPLE.has(type) ? '...' : '...(');
const closed = ({ type }: Node) => (SIMPLE.has(type) ? '' : ')');
