import type { MigrateFacts } from '../facts.js';
import { exportedBindings } from '../program/exports.js';
import type { ProgramFile } from '../program/program.js';
import { isRead } from '../program/references.js';
import { type Binding, targetsIn } from '../syntax/bindings.js';
import { type CallNode, isCall, isFunction, isMember, isWrapper, type Node, nameOf } from '../syntax/nodes.js';
import { modelsOf, originsOf, type Trace } from '../trace/trace.js';
import { isPromiseAll } from '../trace/well-known.js';

/** What happens to the result of a call. */
export type Use =
  /** It is called as a live object. */
  | { readonly kind: 'live'; readonly call: CallNode }
  /** It goes where it cannot be followed. */
  | { readonly kind: 'escape'; readonly node: Node }
  /** Its methods are used in a way that is not rewritten. */
  | { readonly kind: 'blocked'; readonly node: Node }
  /** Members of it are read. */
  | { readonly kind: 'read'; readonly node: Node; readonly members: readonly string[] };

/** Uses of the results of calls. */
export type Uses = ReadonlyMap<Node, readonly Use[]>;

/**
 * Follows the results of calls through a file.
 *
 * @param file - to search
 * @param facts - methods of old
 * @returns what happens to each result, by call; results that are only passed on within the file are followed
 */
export function findUses(file: ProgramFile, facts: MigrateFacts): Uses {
  const found = new Map<Node, Use[]>();
  const search = new UseSearch(file, facts);
  for (const node of file.tree.nodes) {
    if (!CARRIERS.has(node.type) || (node.type === 'Identifier' && !isRead(file, node))) continue;
    const origins = originsOf(file.tracer.of(node));
    const use = origins.length > 0 ? search.useOf(node) : undefined;
    if (use !== undefined) for (const origin of origins) found.set(origin, [...(found.get(origin) ?? []), use]);
  }
  return found;
}

/** Expressions whose value may come from a call. */
const CARRIERS: ReadonlySet<string> = new Set([
  'AssignmentExpression',
  'AwaitExpression',
  'CallExpression',
  'ConditionalExpression',
  'Identifier',
  'LogicalExpression',
  'MemberExpression',
  'OptionalCallExpression',
  'OptionalMemberExpression',
  'ParenthesizedExpression',
  'SequenceExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

/** Places that look at a value and keep nothing of it. */
const LOOKS: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'DoWhileStatement',
  'ExpressionStatement',
  'IfStatement',
  'SwitchCase',
  'SwitchStatement',
  'TemplateLiteral',
  'UnaryExpression',
  'WhileStatement',
]);

/** Functions that look at a value and keep nothing of it. */
const HARMLESS = /^(?:console|JSON|assert)$/;
const HARMLESS_OF_OBJECT = /^(?:entries|getOwnPropertyNames|hasOwn|is|keys|values)$/;
const HARMLESS_METHOD = /^(?:json|send|render)$/;

class UseSearch {
  readonly #file: ProgramFile;
  readonly #facts: MigrateFacts;
  readonly #exported: ReadonlySet<Binding>;

  constructor(file: ProgramFile, facts: MigrateFacts) {
    this.#file = file;
    this.#facts = facts;
    this.#exported = exportedBindings(file);
  }

  /** `undefined` if the value is only passed on to where it is followed, or looked at. */
  useOf(node: Node): Use | undefined {
    const parent = this.#file.tree.parentOf(node);
    if (parent === undefined || isTest(parent, node)) return undefined;
    if (LOOKS.has(parent.type) && this.#file.tree.parentOf(parent)?.type !== 'TaggedTemplateExpression')
      return undefined;
    if (isWrapper(parent) || PASSING.has(parent.type)) return this.#follows(node, parent) ? undefined : escapeOf(node);
    if (isMember(parent) && parent.object === node) return this.#memberUse(node, parent);
    if (isCall(parent) && isHarmless(parent)) return undefined;
    return this.#placedIn(node, parent);
  }

  #placedIn(node: Node, parent: Node): Use | undefined {
    switch (parent.type) {
      case 'VariableDeclarator':
        return this.#takenApart(node, parent.id);
      case 'AssignmentExpression':
        return this.#assigned(node, parent.left);
      case 'ForOfStatement':
        return this.#looped(node, parent.left);
      case 'ReturnStatement':
        return this.#returned(node, this.#file.tree.functionAround(parent));
      case 'ArrowFunctionExpression':
        return this.#returned(node, parent);
      case 'ArrayExpression':
        return this.#inArray(node, parent);
      case 'SpreadElement':
        return this.#file.tree.parentOf(parent)?.type === 'ObjectExpression' ? undefined : escapeOf(node);
      default:
        return escapeOf(node);
    }
  }

  /** Whether an expression is known to carry what is in another one. */
  #follows(node: Node, carrier: Node): boolean {
    return this.#carries(originsOf(this.#file.tracer.of(node)), this.#file.tracer.of(carrier));
  }

  #carries(origins: readonly Node[], trace: Trace): boolean {
    const known = originsOf(trace);
    return origins.every((origin) => known.includes(origin));
  }

  #memberUse(
    node: Node,
    member: Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>,
  ): Use | undefined {
    const { tracer, tree } = this.#file;
    const trace = tracer.of(node);
    const name = nameOf(member.property, member.computed);
    const call = tree.parentOf(member);
    const isCalled = call !== undefined && isCall(call) && call.callee === member;
    if (trace.kind === 'value')
      return this.#valueUse({ model: trace.model, name, member, call: isCalled ? call : undefined });
    if (trace.kind === 'tuple') return undefined;
    if (!isCalled) return escapeOf(node);
    const [taken] = call.arguments.flatMap((callback, index) => this.#taken(node, callback, index) ?? []);
    if (trace.kind === 'list') return name === 'each' ? taken : escapeOf(node);
    return name === 'then' ? taken : this.#follows(node, call) ? undefined : escapeOf(node);
  }

  /** What the first callback of `then` or `each` does with the value. */
  #taken(node: Node, callback: Node, index: number): Use | undefined {
    if (!isFunction(callback)) return escapeOf(node);
    const [parameter] = callback.params;
    if (index > 0 || parameter === undefined) return undefined;
    return parameter.type === 'ObjectPattern' ? this.#destructured(node, parameter) : this.#takenApart(node, parameter);
  }

  #valueUse({
    model,
    name,
    member,
    call,
  }: {
    model: string;
    name: string | undefined;
    member: Node;
    call: CallNode | undefined;
  }): Use | undefined {
    const isLive = name !== undefined && this.#facts.models[model]?.[name] !== undefined;
    if (isLive) return call ? { kind: 'live', call } : { kind: 'blocked', node: member };
    if (name === undefined) return call || this.#isBorrowed(member) ? { kind: 'blocked', node: member } : undefined;
    return { kind: 'read', node: member, members: [name] };
  }

  /** `user[action].call(user)`. */
  #isBorrowed(member: Node): boolean {
    const parent = this.#file.tree.parentOf(member);
    return parent !== undefined && isMember(parent) && /^(?:apply|bind|call)$/.test(nameOf(parent.property) ?? '');
  }

  #takenApart(node: Node, pattern: Node): Use | undefined {
    const trace = this.#file.tracer.of(node);
    if (pattern.type === 'ObjectPattern' && trace.kind !== 'list') return this.#destructured(node, pattern);
    const bindings = targetsIn(pattern).flatMap(({ target }) => this.#file.bindings.lookup(target.name, target) ?? []);
    return this.#held(node, bindings);
  }

  #held(node: Node, bindings: readonly Binding[]): Use | undefined {
    const known = bindings.flatMap((binding) => originsOf(this.#file.tracer.ofBinding(binding)));
    const isHeld = originsOf(this.#file.tracer.of(node)).every((origin) => known.includes(origin));
    return isHeld && !bindings.some((binding) => this.#exported.has(binding)) ? undefined : escapeOf(node);
  }

  /** `const { id, profile } = …` leaves the methods behind, unless it takes one. */
  #destructured(node: Node, pattern: Extract<Node, { type: 'ObjectPattern' }>): Use | undefined {
    const models = modelsOf(this.#file.tracer.of(node));
    const members = pattern.properties.flatMap((property) =>
      property.type === 'ObjectProperty' ? (nameOf(property.key, property.computed) ?? []) : [],
    );
    const takesMethod = members.some((name) => models.some((model) => this.#facts.models[model]?.[name] !== undefined));
    return takesMethod ? { kind: 'blocked', node: pattern } : { kind: 'read', node: pattern, members };
  }

  #assigned(node: Node, left: Node): Use | undefined {
    // Others can reach a member that has no `#`.
    if (isMember(left))
      return left.property.type === 'PrivateName' && this.#follows(node, left) ? undefined : escapeOf(node);
    return this.#takenApart(node, left);
  }

  #looped(node: Node, left: Node): Use | undefined {
    const pattern = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
    if (pattern?.type === 'ObjectPattern') return this.#destructured(node, pattern);
    return pattern ? this.#takenApart(node, pattern) : undefined;
  }

  /** What a callback of `then` or `each` returns is followed, or of no interest. */
  #returned(node: Node, from: Node | undefined): Use | undefined {
    const call = from && this.#file.tree.parentOf(from);
    const callee = call && isCall(call) && isMember(call.callee) ? call.callee : undefined;
    if (call && callee && this.#file.tracer.of(callee.object).kind === 'list') return undefined;
    return call && callee && this.#follows(node, call) ? undefined : escapeOf(node);
  }

  #inArray(node: Node, array: Node): Use | undefined {
    const call = this.#file.tree.parentOf(array);
    const isAll = call?.type === 'CallExpression' && isMember(call.callee) && isPromiseAll(call.callee);
    return isAll && this.#follows(node, call) ? undefined : escapeOf(node);
  }
}

const escapeOf = (node: Node): Use => ({ kind: 'escape', node });

/** Expressions whose value is that of a part of them. */
const PASSING: ReadonlySet<string> = new Set([
  'AwaitExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'SequenceExpression',
]);

function isTest(parent: Node, node: Node): boolean {
  if (parent.type === 'LogicalExpression') return parent.operator === '&&' && parent.left === node;
  return 'test' in parent && parent.test === node;
}

function isHarmless({ callee }: CallNode): boolean {
  if (!isMember(callee)) return callee.type === 'Identifier' && /^(?:expect|assert|String)$/.test(callee.name);
  const { object, property } = callee;
  const name = nameOf(property, callee.computed) ?? '';
  const tool = object.type === 'Identifier' ? object.name : '';
  return HARMLESS.test(tool) || (tool === 'Object' ? HARMLESS_OF_OBJECT : HARMLESS_METHOD).test(name);
}
