import { type AnyFunction, childrenOf, type File, isFunction, type Node } from './nodes.js';

/** A parsed file with the way up from every node. */
export class Tree {
  /** Every node, outer ones before what is in them. */
  readonly nodes: readonly Node[];
  readonly #parents = new Map<Node, Node>();
  readonly #returns = new Map<Node, Node[]>();

  /** @param file - from the parser */
  constructor(readonly file: File) {
    const nodes: Node[] = [];
    const open: Node[] = [file.program];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      nodes.push(node);
      const children = childrenOf(node);
      for (const child of children) this.#parents.set(child, node);
      open.push(...children.reverse());
    }
    this.nodes = nodes;
    for (const node of nodes) if (node.type === 'ReturnStatement') this.#keepReturn(node);
  }

  /**
   * @param node - of this file
   * @returns the node it stands in; `undefined` for the program
   */
  parentOf(node: Node): Node | undefined {
    return this.#parents.get(node);
  }

  /**
   * The nearest node around one, or that node itself, of which something holds.
   *
   * @param node - to begin with
   * @param test - what is to hold
   * @returns the node, if there is one
   */
  closest<N extends Node>(node: Node, test: (candidate: Node) => candidate is N): N | undefined {
    let candidate: Node | undefined = node;
    while (candidate !== undefined && !test(candidate)) candidate = this.parentOf(candidate);
    return candidate;
  }

  /**
   * The function in whose body a node runs.
   *
   * @param node - of this file
   * @returns the function, `undefined` at the top of the file
   */
  functionAround(node: Node): AnyFunction | undefined {
    const parent = this.parentOf(node);
    return parent && this.closest(parent, isFunction);
  }

  /**
   * The class whose instance `this` is at a node.
   *
   * @param node - e.g. a `this`
   * @returns the class; `undefined` if `this` is something else
   */
  classOfThis(node: Node): Extract<Node, { type: 'ClassBody' }> | undefined {
    const owner = this.closest(node, ownsThis);
    const body = owner && this.parentOf(owner);
    if (body?.type !== 'ClassBody' || (owner && 'static' in owner && owner.static === true)) return undefined;
    return body;
  }

  /**
   * Whether `await` may stand at a node.
   *
   * @param node - of this file
   * @returns true in async functions and at the top of ES modules
   */
  mayAwait(node: Node): boolean {
    const around = this.#parents.get(node) && this.closest(this.#parents.get(node) ?? node, runsLater);
    if (around === undefined) return this.file.program.sourceType === 'module';
    return isFunction(around) && around.async === true && !this.#isParameter(node, around);
  }

  /**
   * What a function may return.
   *
   * @param node - the function
   * @returns its expressions, that of a short arrow included
   */
  returnsOf(node: AnyFunction): readonly Node[] {
    const { body } = node;
    return body.type === 'BlockStatement' ? (this.#returns.get(node) ?? []) : [body];
  }

  #keepReturn(node: Extract<Node, { type: 'ReturnStatement' }>): void {
    const around = this.functionAround(node);
    if (around === undefined || !node.argument) return;
    this.#returns.set(around, [...(this.#returns.get(around) ?? []), node.argument]);
  }

  #isParameter(node: Node, { params }: AnyFunction): boolean {
    const nodes: readonly Node[] = params;
    return this.closest(node, (candidate): candidate is Node => nodes.includes(candidate)) !== undefined;
  }
}

type ThisOwner = Extract<
  Node,
  {
    type:
      | 'ClassMethod'
      | 'ClassPrivateMethod'
      | 'ClassProperty'
      | 'ClassPrivateProperty'
      | 'FunctionExpression'
      | 'FunctionDeclaration'
      | 'ObjectMethod'
      | 'StaticBlock';
  }
>;

function ownsThis(node: Node): node is ThisOwner {
  return runsLater(node) && node.type !== 'ArrowFunctionExpression';
}

function runsLater(node: Node): node is AnyFunction | ThisOwner {
  return (
    isFunction(node) ||
    node.type === 'ClassProperty' ||
    node.type === 'ClassPrivateProperty' ||
    node.type === 'StaticBlock'
  );
}
