import type { Binding, Bindings } from '../syntax/bindings.js';
import type { Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

/**
 * Every place that reads a name.
 *
 * @param file - that has it
 * @param binding - the name
 * @returns identifiers, those that give it a value left out
 */
export function references({ tree, bindings }: { tree: Tree; bindings: Bindings }, binding: Binding): Node[] {
  return tree.nodes.filter(
    (node) =>
      node.type === 'Identifier' &&
      node.name === binding.name &&
      isRead({ tree, bindings }, node) &&
      bindings.lookup(node.name, node) === binding,
  );
}

/**
 * @param names - of the file
 * @param node - an identifier
 * @returns whether it reads a value, and is no key and no declaration
 */
export function isRead({ tree, bindings }: { tree: Tree; bindings: Bindings }, node: Node): boolean {
  const parent = tree.parentOf(node);
  if (parent === undefined || bindings.isTarget(node)) return false;
  if ('property' in parent && parent.property === node) return 'computed' in parent && parent.computed === true;
  if ('key' in parent && parent.key === node) {
    return ('computed' in parent && parent.computed === true) || ('value' in parent && parent.value === node);
  }
  return !KEYS.has(parent.type);
}

const KEYS: ReadonlySet<string> = new Set([
  'BreakStatement',
  'ContinueStatement',
  'ExportSpecifier',
  'ImportDefaultSpecifier',
  'ImportNamespaceSpecifier',
  'ImportSpecifier',
  'LabeledStatement',
  'TSQualifiedName',
  'TSTypeReference',
]);
