import { allMembers, objectOf } from '../model/members.js';
import type { Member, Model, Type } from '../model/model.js';
import type { Answer } from '../operations/operation.js';
import { propertyKey } from './print-type.js';

/** Where a type has dates: `1`, members, or the tree of a named type. */
type Tree = 1 | { readonly name: string } | { readonly members: ReadonlyMap<string, Tree> };

/** A constant of the generated `dates.ts`. */
export interface DateConstant {
  readonly name: string;
  /** Object literal; mentions other constants by name. */
  readonly text: string;
}

/** Finds the dates in the types of a model. */
export class DateTrees {
  readonly #model: Model;
  readonly #dated: ReadonlySet<string>;

  constructor(model: Model) {
    this.#model = model;
    this.#dated = findDated(model);
  }

  /** Name of the constant for an answer; `undefined` if it has no dates. */
  nameFor(answer: Answer): string | undefined {
    if (answer.kind === 'void') return undefined;
    const tree = this.#tree(answer.kind === 'list' ? answer.items : answer.type);
    return tree !== undefined && tree !== 1 && 'name' in tree ? tree.name : undefined;
  }

  /** The constants that some names need, each after those it mentions. */
  constants(names: Iterable<string>): DateConstant[] {
    const done = new Map<string, DateConstant>();
    for (const name of names) this.#add(name, done, []);
    return [...done.values()];
  }

  #add(name: string, done: Map<string, DateConstant>, open: readonly string[]): void {
    if (done.has(name)) return;
    if (open.includes(name)) throw new Error(`Dates of ${[...open, name].join(' > ')} nest without end`);
    const members = this.#membersOf(name);
    for (const tree of members.values())
      for (const mentioned of namesIn(tree)) this.#add(mentioned, done, [...open, name]);
    done.set(name, { name, text: printMembers(members) });
  }

  #membersOf(name: string): ReadonlyMap<string, Tree> {
    const members = new Map<string, Tree>();
    for (const member of dateCarriers(this.#model, name)) {
      const tree = this.#tree(member.type);
      if (tree !== undefined) members.set(member.name, merge(members.get(member.name), tree));
    }
    return members;
  }

  #tree(type: Type): Tree | undefined {
    switch (type.kind) {
      case 'scalar':
        return type.scalar === 'date' ? 1 : undefined;
      case 'array':
        return this.#tree(type.items);
      case 'map': {
        const values = this.#tree(type.values);
        return values === undefined ? undefined : { members: new Map([['*', values]]) };
      }
      case 'named':
        return this.#dated.has(type.name) ? this.#named(type.name) : undefined;
      case 'any-of':
        return type.types.map((entry) => this.#tree(entry)).find((tree) => tree !== undefined);
      default:
        return undefined;
    }
  }

  /** An alias of a scalar or array has no constant of its own. */
  #named(name: string): Tree | undefined {
    const shape = this.#model.types.get(name)?.shape;
    return shape?.kind === 'alias' ? this.#tree(shape.type) : { name };
  }
}

/** Members of a type and, for a union, of all its variants: the tree serves whichever comes. */
function dateCarriers(model: Model, name: string): Member[] {
  const shape = model.types.get(name)?.shape;
  const object = objectOf(model, name);
  const own = object === undefined ? [] : [...allMembers(model, object).values(), ...indexMember(object.index)];
  const variants = shape?.kind === 'union' ? shape.variants.flatMap((variant) => dateCarriers(model, variant)) : [];
  return [...own, ...variants];
}

function indexMember(index: Type | undefined): Member[] {
  const plain = {
    required: false,
    nullable: false,
    readOnly: false,
    writeOnly: false,
    deprecated: false,
    returned: false,
    facts: {},
  };
  return index === undefined ? [] : [{ ...plain, name: '*', type: index }];
}

function findDated(model: Model): ReadonlySet<string> {
  const dated = new Set<string>();
  const isDated = (type: Type): boolean => {
    if (type.kind === 'named') return dated.has(type.name);
    if (type.kind === 'array') return isDated(type.items);
    if (type.kind === 'map') return isDated(type.values);
    if (type.kind === 'any-of') return type.types.some(isDated);
    return type.kind === 'scalar' && type.scalar === 'date';
  };
  for (let size = -1; size !== dated.size; ) {
    size = dated.size;
    for (const [name, { shape }] of model.types) {
      const types = shape.kind === 'alias' ? [shape.type] : dateCarriers(model, name).map(({ type }) => type);
      if (types.some(isDated)) dated.add(name);
    }
  }
  return dated;
}

function merge(one: Tree | undefined, other: Tree): Tree {
  if (one === undefined || one === 1 || other === 1) return other;
  if ('name' in one && 'name' in other && one.name === other.name) return one;
  return 'members' in one && 'members' in other ? { members: new Map([...one.members, ...other.members]) } : other;
}

function namesIn(tree: Tree): string[] {
  if (tree === 1) return [];
  return 'name' in tree ? [tree.name] : [...tree.members.values()].flatMap(namesIn);
}

function printMembers(members: ReadonlyMap<string, Tree>): string {
  return `{ ${[...members].map(([name, tree]) => `${propertyKey(name)}: ${printTree(tree)}`).join(', ')} }`;
}

function printTree(tree: Tree): string {
  if (tree === 1) return '1';
  return 'name' in tree ? tree.name : printMembers(tree.members);
}
