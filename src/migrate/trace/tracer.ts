import type { MigrateFacts } from '../facts.js';
import type { Binding, Bindings, Step, Write } from '../syntax/bindings.js';
import { type AnyFunction, isFunction, isWrapper, type Node, nameOf } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';
import { annotationTrace } from './annotation.js';
import { type FieldWrites, fieldWrites } from './fields.js';
import { ABSENT, awaited, DATA, itemOf, join, promiseOf, type Trace, UNKNOWN } from './trace.js';
import { TraceMemory } from './trace-memory.js';
import { type TypeDeclaration, typeDeclarations } from './type-declarations.js';
import { isModuleExports, isPromiseAll, type MemberNode, PLAIN, SDK_MEMBERS } from './well-known.js';

/** What a tracer works on. */
export interface Traced {
  readonly tree: Tree;
  readonly bindings: Bindings;
  readonly facts: MigrateFacts;
  /** What a module gives: the package, a file, or something else. */
  readonly moduleTrace: (from: string) => Trace;
  /** What a file of the program exports under a name. */
  readonly exportTrace: (path: string, name: string) => Trace;
}

/** Finds out what expressions of a file are, as far as its text says it beyond doubt. */
export class Tracer {
  readonly #given: Traced;
  readonly #memory = new TraceMemory();
  readonly #fields = new Map<Node, Map<string, FieldWrites>>();
  readonly #types: ReadonlyMap<string, readonly TypeDeclaration[]>;

  /** @param given - the file and what is known beside it */
  constructor(given: Traced) {
    this.#given = given;
    this.#types = typeDeclarations(given.tree);
  }

  /**
   * @param node - an expression
   * @returns what is known of its value
   */
  of(node: Node): Trace {
    return this.#memory.recall(node, () => this.#expression(node));
  }

  /**
   * @param binding - a name
   * @returns what is known of all values that it gets
   */
  ofBinding(binding: Binding): Trace {
    return this.#memory.recall(binding, () => {
      const written = join(binding.writes.map((write) => this.#written(write)));
      if (written.kind !== 'unknown' && written.kind !== 'nothing') return written;
      const annotated = this.#annotated(binding);
      return annotated.kind === 'unknown' ? written : annotated;
    });
  }

  /**
   * @param owner - body of a class
   * @param name - of a member of its instances
   * @returns what is known of it
   */
  ofField(owner: Node, name: string): Trace {
    const { values, annotations } = this.#fieldWrites(owner, name);
    if (values.length + annotations.length === 0) return this.#inherited(owner, name);
    const written = join(values.map((value) => (value ? this.of(value) : UNKNOWN)));
    if (written.kind !== 'unknown' && written.kind !== 'nothing') return written;
    const annotated = join(annotations.map((annotation) => this.annotation(annotation)));
    return annotated.kind === 'unknown' || annotated.kind === 'nothing' ? written : annotated;
  }

  /**
   * @param annotation - a TypeScript type
   * @returns what is known of values of it
   */
  annotation(annotation: Node): Trace {
    const { bindings, facts } = this.#given;
    return annotationTrace(annotation, {
      models: facts.models,
      trace: (identifier) => {
        const binding = bindings.lookup(identifier.name, identifier);
        return binding && this.ofBinding(binding);
      },
      imported: (identifier) => {
        const source = bindings.lookup(identifier.name, identifier)?.writes[0]?.source;
        const isSdk = source?.kind === 'import' && this.#given.moduleTrace(source.from).kind === 'sdk';
        return isSdk && source.kind === 'import' ? source.imported : undefined;
      },
      declared: (name) => this.#declaredType(name),
    });
  }

  #declaredType(name: string): Trace | undefined {
    const declarations = this.#types.get(name);
    return (
      declarations && join(declarations.map((node) => this.#memory.recall(node, () => this.#typeDeclaration(node))))
    );
  }

  /** An interface of one's own is nothing of ours, unless it extends something. */
  #typeDeclaration(node: TypeDeclaration): Trace {
    if (node.type === 'TSTypeAliasDeclaration') return this.annotation(node.typeAnnotation);
    if (node.type === 'TSTypeParameter') return node.constraint ? this.annotation(node.constraint) : DATA;
    return node.extends?.length ? UNKNOWN : DATA;
  }

  #fieldWrites(owner: Node, name: string): FieldWrites {
    const fields = this.#fields.get(owner) ?? new Map<string, FieldWrites>();
    this.#fields.set(owner, fields);
    const writes = fields.get(name) ?? fieldWrites(this.#given.tree, owner, name);
    fields.set(name, writes);
    return writes;
  }

  /** A member that a class of the same file gives to those that extend it. */
  #inherited(owner: Node, name: string): Trace {
    const { tree, bindings } = this.#given;
    const own = tree.parentOf(owner);
    const parent = own && 'superClass' in own ? own.superClass : undefined;
    const source = parent?.type === 'Identifier' ? bindings.lookup(parent.name, parent)?.writes[0]?.source : undefined;
    const node = source?.kind === 'declaration' ? source.node : undefined;
    return node?.type === 'ClassDeclaration' && node !== own ? this.ofField(node.body, name) : UNKNOWN;
  }

  #expression(node: Node): Trace {
    if (isWrapper(node)) {
      const inner = this.of(node.expression);
      return inner.kind === 'unknown' && 'typeAnnotation' in node ? this.annotation(node.typeAnnotation) : inner;
    }
    if (isFunction(node)) return { kind: 'function', returns: this.#returns(node) };
    switch (node.type) {
      case 'Identifier':
        return this.#identifier(node);
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return this.#member(node);
      case 'NewExpression':
        return this.#new(node.callee);
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.#call(node);
      case 'ImportExpression':
        return node.source.type === 'StringLiteral' ? promiseOf(this.#given.moduleTrace(node.source.value)) : UNKNOWN;
      case 'AwaitExpression':
        return awaited(this.of(node.argument));
      case 'AssignmentExpression':
        return this.of(node.right);
      case 'ConditionalExpression':
        return join([this.of(node.consequent), this.of(node.alternate)]);
      case 'LogicalExpression':
        return node.operator === '&&' ? this.of(node.right) : join([this.of(node.left), this.of(node.right)]);
      case 'SequenceExpression':
        return this.of(node.expressions.at(-1) ?? node);
      case 'NullLiteral':
        return ABSENT;
      case 'ThisExpression':
        return this.#given.tree.classOfThis(node) ? DATA : UNKNOWN;
      default:
        return PLAIN.has(node.type) ? DATA : UNKNOWN;
    }
  }

  #identifier(node: Extract<Node, { type: 'Identifier' }>): Trace {
    if (node.name === 'undefined') return ABSENT;
    const binding = this.#given.bindings.lookup(node.name, node);
    return binding === undefined ? DATA : this.ofBinding(binding);
  }

  #member(node: Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>): Trace {
    const name = nameOf(node.property, node.computed);
    const { object } = node;
    if (object.type === 'ThisExpression') {
      const owner = this.#given.tree.classOfThis(object);
      return owner && name !== undefined ? this.ofField(owner, name) : UNKNOWN;
    }
    if (isModuleExports(node)) return UNKNOWN;
    return name === undefined
      ? elementOf(this.of(object), node.property)
      : this.#step(this.of(object), { kind: 'member', name });
  }

  #new(callee: Node): Trace {
    const { kind } = this.of(callee);
    if (kind === 'client-class') return { kind: 'client' };
    return kind === 'data' ? DATA : UNKNOWN;
  }

  #call(node: Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' }>): Trace {
    const { callee, arguments: given } = node;
    const [first] = given;
    if (callee.type === 'Identifier' && callee.name === 'require' && first?.type === 'StringLiteral')
      return this.#given.moduleTrace(first.value);
    if (callee.type === 'Import' && first?.type === 'StringLiteral')
      return promiseOf(this.#given.moduleTrace(first.value));
    if (callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression')
      return this.#methodCall(node, callee);
    const called = this.of(callee);
    return called.kind === 'function' ? called.returns : UNKNOWN;
  }

  #methodCall(node: Node & { arguments: Node[] }, callee: MemberNode): Trace {
    const name = nameOf(callee.property, callee.computed) ?? '';
    const receiver = this.of(callee.object);
    const { flat, removed, models } = this.#given.facts;
    if (receiver.kind === 'nothing') return ABSENT;
    if (receiver.kind === 'client') return this.#answer(flat[removed[name] ?? name], node);
    const live = receiver.kind === 'value' ? models[receiver.model]?.[name] : undefined;
    if (live !== undefined) return this.#answer(flat[live.flat], node);
    if (receiver.kind === 'promise') return this.#chained(receiver, name, node.arguments);
    if (receiver.kind === 'list') return name === 'each' ? promiseOf(ABSENT) : UNKNOWN;
    if (isPromiseAll(callee)) return this.#all(node.arguments[0]);
    const called = this.#member(callee);
    return called.kind === 'function' ? called.returns : UNKNOWN;
  }

  #answer(flat: MigrateFacts['flat'][string] | undefined, call: Node): Trace {
    if (flat === undefined) return UNKNOWN;
    if (flat.returns === undefined) return promiseOf(DATA);
    const origins = new Set([call]);
    return flat.list
      ? { kind: 'list', model: flat.returns, origins }
      : promiseOf({ kind: 'value', model: flat.returns, origins });
  }

  #chained(promise: Trace, name: string, [first, second]: readonly Node[]): Trace {
    if (name === 'finally') return promise;
    const value = awaited(promise);
    if (name === 'catch') return promiseOf(join([value, this.#fulfilled(first, ABSENT)]));
    if (name !== 'then') return UNKNOWN;
    return promiseOf(join([this.#fulfilled(first, value), this.#fulfilled(second, ABSENT)]));
  }

  /** What a promise is fulfilled with by a callback, if there is one. */
  #fulfilled(callback: Node | undefined, otherwise: Trace): Trace {
    const trace = callback ? this.of(callback) : ABSENT;
    if (trace.kind === 'nothing') return otherwise;
    return trace.kind === 'function' ? awaited(trace.returns) : UNKNOWN;
  }

  #all(list: Node | undefined): Trace {
    if (list?.type !== 'ArrayExpression') return UNKNOWN;
    const items = list.elements.map((element) => (element ? awaited(this.of(element)) : ABSENT));
    return promiseOf({ kind: 'tuple', items });
  }

  #returns(node: AnyFunction): Trace {
    const traces = this.#given.tree.returnsOf(node).map((result) => this.of(result));
    const result = join(traces);
    return node.async ? promiseOf(awaited(result)) : node.generator ? UNKNOWN : result;
  }

  #written({ source, steps }: Write): Trace {
    return steps.reduce((trace, step) => this.#step(trace, step), this.#source(source));
  }

  #source(source: Write['source']): Trace {
    switch (source.kind) {
      case 'expression':
        return this.of(source.node);
      case 'item':
        return itemOf(this.#iterated(source.of));
      case 'parameter':
        return this.#parameter(source.of, source.index);
      case 'import':
        return this.#imported(source.from, source.imported);
      case 'declaration':
        return isFunction(source.node) ? this.of(source.node) : this.#class(source.node);
      case 'nothing':
        return ABSENT;
      default:
        return UNKNOWN;
    }
  }

  /** A class of one's own is nothing of ours, unless it extends the client. */
  #class(node: Node): Trace {
    const parent = 'superClass' in node ? node.superClass : undefined;
    return parent && this.of(parent).kind !== 'data' ? UNKNOWN : DATA;
  }

  #iterated(loop: Node): Trace {
    return loop.type === 'ForOfStatement' && loop.await ? this.of(loop.right) : UNKNOWN;
  }

  #parameter(node: AnyFunction, index: number): Trace {
    const call = this.#given.tree.parentOf(node);
    if (index !== 0 || call?.type !== 'CallExpression' || call.arguments[0] !== node) return UNKNOWN;
    const { callee } = call;
    if (callee.type !== 'MemberExpression') return UNKNOWN;
    const name = nameOf(callee.property, callee.computed);
    const receiver = this.of(callee.object);
    if (name === 'then' && receiver.kind === 'promise') return awaited(receiver);
    return name === 'each' ? itemOf(receiver) : UNKNOWN;
  }

  #imported(from: string, imported: string): Trace {
    const module = this.#given.moduleTrace(from);
    if (imported === '*' || imported === '=' || module.kind === 'data') return module;
    return this.#step(module, { kind: 'member', name: imported });
  }

  #step(trace: Trace, step: Step): Trace {
    if (step.kind === 'unclear') return UNKNOWN;
    if (step.kind === 'element') return trace.kind === 'tuple' ? (trace.items[step.index] ?? UNKNOWN) : UNKNOWN;
    return this.#memberOf(trace, step.name);
  }

  /** Objects and arrays of a program may hold anything. */
  #memberOf(trace: Trace, name: string): Trace {
    if (trace.kind === 'sdk') return SDK_MEMBERS[name] ?? DATA;
    if (trace.kind === 'client') return /Api$/.test(name) ? { kind: 'api', member: name } : DATA;
    if (trace.kind === 'module') return this.#given.exportTrace(trace.path, name);
    if (trace.kind === 'tuple') return trace.items[Number(name)] ?? UNKNOWN;
    return trace.kind === 'value' ? DATA : UNKNOWN;
  }

  #annotated({ declared }: Binding): Trace {
    const annotations = declared.flatMap((node) =>
      'typeAnnotation' in node && node.typeAnnotation ? [this.annotation(node.typeAnnotation)] : [],
    );
    return annotations.length === 0 ? UNKNOWN : join(annotations);
  }
}

function elementOf(trace: Trace, property: Node): Trace {
  if (trace.kind === 'tuple' && property.type === 'NumericLiteral') return trace.items[property.value] ?? UNKNOWN;
  return trace.kind === 'value' ? DATA : UNKNOWN;
}
