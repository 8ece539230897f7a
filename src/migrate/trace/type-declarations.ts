import type { Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

/** A place where a file declares a type. */
export type TypeDeclaration = Extract<
  Node,
  { type: 'TSInterfaceDeclaration' | 'TSTypeAliasDeclaration' | 'TSTypeParameter' }
>;

/**
 * Finds the types that a file declares; which of several of the same name is meant somewhere is left open.
 *
 * @param tree - of the file
 * @returns declarations by name
 */
export function typeDeclarations(tree: Tree): ReadonlyMap<string, readonly TypeDeclaration[]> {
  const found = new Map<string, TypeDeclaration[]>();
  for (const node of tree.nodes) {
    if (!isTypeDeclaration(node)) continue;
    const name = node.type === 'TSTypeParameter' ? node.name : node.id.name;
    found.set(name, [...(found.get(name) ?? []), node]);
  }
  return found;
}

const isTypeDeclaration = (node: Node): node is TypeDeclaration =>
  node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration' || node.type === 'TSTypeParameter';
