import { type AnyFunction, isFunction, type Node, nameOf } from './nodes.js';
import type { Tree } from './tree.js';

/** How deep inside a value the value of a name is: a member, an element, or what a pattern leaves over. */
export type Step =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'element'; readonly index: number }
  | { readonly kind: 'unclear' };

/** Where a value comes from. */
export type Source =
  | { readonly kind: 'expression'; readonly node: Node }
  /** One of the items that a loop goes through. */
  | { readonly kind: 'item'; readonly of: Node }
  | { readonly kind: 'parameter'; readonly of: AnyFunction; readonly index: number }
  /** `imported` is `default`, `*` or a name. */
  | { readonly kind: 'import'; readonly from: string; readonly imported: string }
  /** A function or class by its declaration. */
  | { readonly kind: 'declaration'; readonly node: Node }
  /** Declared without a value, which says nothing of what the name will hold. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unclear' };

/** One place where a name gets a value. */
export interface Write {
  readonly target: Node;
  readonly source: Source;
  readonly steps: readonly Step[];
}

/** A name in its scope. */
export interface Binding {
  readonly name: string;
  readonly writes: Write[];
  /** Where it stands with its type annotation, if it has one. */
  readonly declared: Node[];
}

type Scope = Map<string, Binding>;

const BLOCKS: ReadonlySet<string> = new Set([
  'BlockStatement',
  'CatchClause',
  'ClassDeclaration',
  'ClassExpression',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'Program',
  'StaticBlock',
  'SwitchStatement',
  'TSModuleBlock',
]);

/** Names of a file, each found from where it is used. */
export class Bindings {
  readonly #tree: Tree;
  readonly #scopes = new Map<Node, Scope>();
  readonly #targets = new Set<Node>();

  /** @param tree - of the file */
  constructor(tree: Tree) {
    this.#tree = tree;
    for (const node of tree.nodes) this.#declare(node);
    for (const node of tree.nodes) this.#assign(node);
  }

  /**
   * @param name - as it is written
   * @param from - where it is written
   * @returns what the name means there; `undefined` for a global
   */
  lookup(name: string, from: Node): Binding | undefined {
    for (let node: Node | undefined = from; node !== undefined; node = this.#tree.parentOf(node)) {
      const binding = this.#scopes.get(node)?.get(name);
      if (binding !== undefined) return binding;
    }
    return undefined;
  }

  /**
   * @param node - an identifier
   * @returns whether it declares a name or gives one a value, rather than reading it
   */
  isTarget(node: Node): boolean {
    return this.#targets.has(node);
  }

  /**
   * @param from - any node
   * @returns every name that can be used there, the nearest first
   */
  visible(from: Node): Binding[] {
    const found = new Map<string, Binding>();
    for (let node: Node | undefined = from; node !== undefined; node = this.#tree.parentOf(node)) {
      for (const [name, binding] of this.#scopes.get(node) ?? []) if (!found.has(name)) found.set(name, binding);
    }
    return [...found.values()];
  }

  #declare(node: Node): void {
    if (isFunction(node)) this.#declareFunction(node);
    if (node.type === 'VariableDeclarator') this.#declareVariable(node);
    if (node.type === 'ClassDeclaration' && node.id)
      this.#add(node.id, { kind: 'declaration', node }, this.#outside(node));
    if (node.type === 'ClassExpression' && node.id)
      this.#add(node.id, { kind: 'declaration', node }, this.#scopeFor(node));
    if (node.type === 'CatchClause' && node.param) this.#bind(node.param, { kind: 'unclear' }, this.#scopeFor(node));
    if (node.type === 'ImportDeclaration') this.#declareImports(node);
    if (node.type === 'TSImportEqualsDeclaration') this.#declareImportEquals(node);
    if ((node.type === 'TSEnumDeclaration' || node.type === 'TSModuleDeclaration') && node.id.type === 'Identifier')
      this.#add(node.id, { kind: 'declaration', node }, this.#outside(node));
  }

  #declareFunction(node: AnyFunction): void {
    const own = this.#scopeFor(node);
    if (node.type === 'FunctionDeclaration' && node.id)
      this.#add(node.id, { kind: 'declaration', node }, this.#outside(node));
    if (node.type === 'FunctionExpression' && node.id) this.#add(node.id, { kind: 'declaration', node }, own);
    for (const [index, parameter] of node.params.entries()) {
      const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
      this.#bind(pattern, { kind: 'parameter', of: node, index }, own);
    }
  }

  #declareVariable(node: Extract<Node, { type: 'VariableDeclarator' }>): void {
    const declaration = this.#tree.parentOf(node);
    const isVar = declaration?.type === 'VariableDeclaration' && declaration.kind === 'var';
    this.#bind(node.id, this.#sourceOf(node, declaration), this.#around(node, isVar));
  }

  #sourceOf(node: Extract<Node, { type: 'VariableDeclarator' }>, declaration: Node | undefined): Source {
    if (node.init) return { kind: 'expression', node: node.init };
    const loop = declaration && this.#tree.parentOf(declaration);
    if (loop?.type === 'ForOfStatement' && loop.left === declaration) return { kind: 'item', of: loop };
    return loop?.type === 'ForInStatement' && loop.left === declaration ? { kind: 'unclear' } : { kind: 'nothing' };
  }

  #declareImports({ specifiers, source }: Extract<Node, { type: 'ImportDeclaration' }>): void {
    for (const specifier of specifiers) {
      const imported =
        specifier.type === 'ImportSpecifier'
          ? (nameOf(specifier.imported) ?? '')
          : specifier.type === 'ImportDefaultSpecifier'
            ? 'default'
            : '*';
      this.#add(specifier.local, { kind: 'import', from: source.value, imported }, this.#around(specifier, false));
    }
  }

  #declareImportEquals({ id, moduleReference }: Extract<Node, { type: 'TSImportEqualsDeclaration' }>): void {
    const source: Source =
      moduleReference.type === 'TSExternalModuleReference'
        ? { kind: 'import', from: moduleReference.expression.value, imported: '=' }
        : { kind: 'unclear' };
    this.#add(id, source, this.#around(id, false));
  }

  #assign(node: Node): void {
    if (node.type === 'AssignmentExpression') {
      this.#write(node.left, { kind: 'expression', node: node.right });
    } else if (node.type === 'UpdateExpression') this.#write(node.argument, { kind: 'unclear' });
    else if (node.type === 'ForOfStatement') this.#write(node.left, { kind: 'item', of: node });
    else if (node.type === 'ForInStatement') this.#write(node.left, { kind: 'unclear' });
  }

  #write(pattern: Node, source: Source): void {
    for (const { target, steps } of targetsIn(pattern)) {
      const binding = this.lookup(target.name, target);
      this.#targets.add(target);
      binding?.writes.push({ target, source, steps });
    }
  }

  #bind(pattern: Node, source: Source, scope: Scope): void {
    for (const { target, steps } of targetsIn(pattern)) this.#add(target, source, scope, steps);
  }

  #add(target: Named, source: Source, scope: Scope, steps: readonly Step[] = []): void {
    const binding = scope.get(target.name) ?? { name: target.name, writes: [], declared: [] };
    scope.set(target.name, binding);
    this.#targets.add(target);
    binding.declared.push(target);
    binding.writes.push({ target, source, steps });
  }

  #outside(node: Node): Scope {
    return this.#around(this.#tree.parentOf(node) ?? node, false);
  }

  #around(node: Node, isVar: boolean): Scope {
    const holder = this.#tree.closest(
      node,
      (candidate): candidate is Node =>
        isFunction(candidate) || candidate.type === 'Program' || (!isVar && BLOCKS.has(candidate.type)),
    );
    return this.#scopeFor(holder ?? node);
  }

  #scopeFor(node: Node): Scope {
    const scope = this.#scopes.get(node) ?? new Map<string, Binding>();
    this.#scopes.set(node, scope);
    return scope;
  }
}

type Named = Extract<Node, { type: 'Identifier' }>;

interface Target {
  readonly target: Named;
  readonly steps: readonly Step[];
}

const UNCLEAR: Step = { kind: 'unclear' };

/**
 * The names that a pattern gives values to.
 *
 * @param pattern - left side of an assignment, a declared name, or a parameter
 * @param steps - the way to the value that the pattern takes apart
 * @returns names with the way to the value of each
 */
export function targetsIn(pattern: Node, steps: readonly Step[] = []): Target[] {
  switch (pattern.type) {
    case 'Identifier':
      return [{ target: pattern, steps }];
    case 'AssignmentPattern':
      return targetsIn(pattern.left, [...steps, UNCLEAR]);
    case 'RestElement':
      return targetsIn(pattern.argument, [...steps, UNCLEAR]);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element, index) =>
        element ? targetsIn(element, [...steps, { kind: 'element', index }]) : [],
      );
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => {
        if (property.type === 'RestElement') return targetsIn(property.argument, [...steps, UNCLEAR]);
        const name = nameOf(property.key, property.computed);
        return targetsIn(property.value, [...steps, name === undefined ? UNCLEAR : { kind: 'member', name }]);
      });
    default:
      return [];
  }
}
