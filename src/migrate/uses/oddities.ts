import type { MigrateFacts } from '../facts.js';
import { type Finding, findingAt, type Remark } from '../finding.js';
import { PACKAGE, type ProgramFile } from '../program/program.js';
import { isCall, isMember, type MemberNode, type Node, nameOf } from '../syntax/nodes.js';
import { suggest } from './suggest.js';

/**
 * Finds what concerns methods of old and is no plain call of them: taken as values, named at run time, replaced in tests,
 * called on something that only looks like a client; classes of models; files of the package.
 *
 * @param file - to search
 * @param facts - methods of old
 * @returns what a person has to look at
 */
export function findOddities(file: ProgramFile, facts: MigrateFacts): Finding[] {
  const search = new OddSearch(file, facts);
  return file.tree.nodes.flatMap((node) => {
    const remark = search.remarkOn(node);
    return remark ? [findingAt(file, node, { kind: 'left', ...remark })] : [];
  });
}

type Odd = Omit<Remark, 'kind'> | undefined;

/** What the package exports at run time beside Apis, errors and executors. */
const CLASSES =
  /^(?:\w+(?:Api|Error|Executor)|Client|Collection|Configuration|Governor|HttpHeaders|MemoryStore|RedisRateLimitStore|RequestContext|ResponseContext)$/;

/** Names of variables that hold clients, as people choose them. */
const LIKE_A_CLIENT = /client|okta|sdk/i;

class OddSearch {
  readonly #file: ProgramFile;
  readonly #facts: MigrateFacts;

  constructor(file: ProgramFile, facts: MigrateFacts) {
    this.#file = file;
    this.#facts = facts;
  }

  remarkOn(node: Node): Odd {
    if (isMember(node)) return this.#member(node);
    if (isCall(node)) return this.#replaced(node.arguments);
    if (node.type === 'ObjectPattern') return this.#takenApart(node);
    if (node.type === 'BinaryExpression' && node.operator === 'instanceof')
      return this.#modelClass(node.right, 'instanceof');
    if (node.type === 'NewExpression') return this.#modelClass(node.callee, 'new');
    if (node.type === 'StringLiteral') return insidePackage(node.value, this.#file.tree.parentOf(node));
    return node.type === 'ClassDeclaration' || node.type === 'ClassExpression' ? this.#subclass(node) : undefined;
  }

  #isFlat(name: string | undefined): name is string {
    return (
      name !== undefined &&
      (this.#facts.flat[name] ?? this.#facts.removed[name] ?? this.#facts.retired[name]) !== undefined
    );
  }

  #member(node: MemberNode): Odd {
    const name = nameOf(node.property, node.computed);
    const { kind } = this.#file.tracer.of(node.object);
    const call = this.#file.tree.parentOf(node);
    const isCalled = call !== undefined && isCall(call) && call.callee === node;
    if (kind === 'client' && name === undefined)
      return {
        what: 'client[…]',
        reason: 'which method it is, only the running program knows',
        write: 'client.<name>Api.<method>({ … })',
      };
    if (!this.#isFlat(name)) return undefined;
    const write = this.#write(name);
    const retired = this.#facts.retired[name];
    if (kind === 'client' && retired !== undefined) return { what: name, reason: retired };
    if (kind === 'client' && !isCalled)
      return { what: name, reason: 'the method is not called but taken as a value', ...write };
    const isLikely = isCalled && kind === 'unknown' && LIKE_A_CLIENT.test(lastName(node.object));
    return isLikely
      ? { what: name, reason: `whether ${lastName(node.object)} is a client of this package is unclear`, ...write }
      : undefined;
  }

  #write(name: string): { write?: string } {
    const flat = this.#facts.flat[this.#facts.removed[name] ?? name];
    return flat ? { write: suggest('client', flat) } : {};
  }

  /** `jest.spyOn(client, 'getUser')`. */
  #replaced([target, name]: readonly Node[]): Odd {
    if (target === undefined || name?.type !== 'StringLiteral' || !this.#isFlat(name.value)) return undefined;
    if (this.#file.tracer.of(target).kind !== 'client') return undefined;
    const { api, method } = this.#facts.flat[this.#facts.removed[name.value] ?? name.value] ?? {};
    return {
      what: name.value,
      reason: 'a method of the client is named by a text, as tests do that replace it',
      ...(api && { write: `client.${api}, '${method}'` }),
    };
  }

  #takenApart(node: Extract<Node, { type: 'ObjectPattern' }>): Odd {
    const parent = this.#file.tree.parentOf(node);
    const from = parent?.type === 'VariableDeclarator' ? parent.init : undefined;
    if (!from || this.#file.tracer.of(from).kind !== 'client') return undefined;
    const names = node.properties.map((property) =>
      property.type === 'ObjectProperty' ? nameOf(property.key) : undefined,
    );
    const name = names.find((candidate) => this.#isFlat(candidate));
    return name === undefined
      ? undefined
      : { what: name, reason: 'the method is not called but taken as a value', ...this.#write(name) };
  }

  #modelClass(node: Node, how: 'instanceof' | 'new'): Odd {
    const name = this.#exported(node);
    if (name === undefined || CLASSES.test(name) || !/^[A-Z]/.test(name)) return undefined;
    return how === 'new'
      ? { what: `new ${name}`, reason: 'models are plain objects, not classes', write: '{ … }' }
      : {
          what: `instanceof ${name}`,
          reason: 'models are plain objects, not classes',
          write: 'a check of a member that tells it apart',
        };
  }

  /** Name under which the package exports what an expression is. */
  #exported(node: Node): string | undefined {
    if (isMember(node))
      return this.#file.tracer.of(node.object).kind === 'sdk' ? nameOf(node.property, node.computed) : undefined;
    if (node.type !== 'Identifier') return undefined;
    const [write] = this.#file.bindings.lookup(node.name, node)?.writes ?? [];
    if (write?.source.kind === 'import') return write.source.from === PACKAGE ? write.source.imported : undefined;
    const [step] = write?.steps ?? [];
    const isTaken = write?.source.kind === 'expression' && this.#file.tracer.of(write.source.node).kind === 'sdk';
    return isTaken && step?.kind === 'member' ? step.name : undefined;
  }

  #subclass(node: Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>): Odd {
    const { superClass } = node;
    if (!superClass || this.#file.tracer.of(superClass).kind !== 'client-class') return undefined;
    return { what: 'extends Client', reason: 'calls on a class that extends the client are not followed' };
  }
}

function insidePackage(value: string, parent: Node | undefined): Odd {
  const isDoor =
    parent?.type === 'ImportDeclaration' ||
    (parent && isCall(parent) && parent.callee.type === 'Identifier' && parent.callee.name === 'require');
  if (!isDoor || !value.startsWith(`${PACKAGE}/src/`) || /\/src\/memory-store(?:\.js)?$/.test(value)) return undefined;
  return { what: value, reason: 'the files inside the package are others now', write: `'${PACKAGE}'` };
}

function lastName(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'ThisExpression') return 'this';
  if (isMember(node)) return nameOf(node.property, node.computed) ?? '';
  return isCall(node) ? lastName(node.callee) : '';
}
