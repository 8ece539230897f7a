import { type Binding, type Bindings, targetsIn } from '../syntax/bindings.js';
import { type Node, nameOf } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

/** What a file gives to others under one name: an expression or declaration of its own, or something of a third file. */
export type Exported =
  | { readonly kind: 'expression'; readonly node: Node }
  /** A name at the top of the file. */
  | { readonly kind: 'local'; readonly node: Node; readonly name: string }
  | { readonly kind: 'again'; readonly from: string; readonly name: string };

/**
 * The names of an ES module whose values other files see.
 *
 * @param file - to search
 * @returns those that are exported by name
 */
export function exportedBindings({ tree, bindings }: { tree: Tree; bindings: Bindings }): ReadonlySet<Binding> {
  const exported = [...findExports(tree).values()].flat();
  return new Set(
    exported.flatMap((each) => (each.kind === 'local' ? (bindings.lookup(each.name, each.node) ?? []) : [])),
  );
}

/** What `module.exports` itself is. */
export const WHOLE = '=';

/**
 * Finds what a file exports, in either module system.
 *
 * @param tree - of the file
 * @returns everything that is exported under a name; a name may be exported several times
 */
export function findExports(tree: Tree): ReadonlyMap<string, readonly Exported[]> {
  const found = new Map<string, Exported[]>();
  for (const node of tree.nodes) {
    for (const [name, exported] of exportsOf(node)) found.set(name, [...(found.get(name) ?? []), exported]);
  }
  return found;
}

type Entry = [name: string, exported: Exported];

function exportsOf(node: Node): Entry[] {
  switch (node.type) {
    case 'ExportDefaultDeclaration':
      return [['default', { kind: 'expression', node: node.declaration }]];
    case 'ExportNamedDeclaration':
      return node.declaration ? declared(node.declaration) : node.specifiers.flatMap((each) => specified(node, each));
    case 'TSExportAssignment':
      return [[WHOLE, { kind: 'expression', node: node.expression }]];
    case 'AssignmentExpression':
      return assigned(node.left, node.right);
    default:
      return [];
  }
}

function declared(node: Node): Entry[] {
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration')
    return node.id ? [[node.id.name, { kind: 'local', node, name: node.id.name }]] : [];
  if (node.type !== 'VariableDeclaration') return [];
  return node.declarations.flatMap(({ id }) =>
    targetsIn(id).map(({ target }): Entry => [target.name, { kind: 'local', node: target, name: target.name }]),
  );
}

function specified(node: Extract<Node, { type: 'ExportNamedDeclaration' }>, specifier: Node): Entry[] {
  if (specifier.type !== 'ExportSpecifier') return [];
  const name = nameOf(specifier.exported);
  const { name: local } = specifier.local;
  if (name === undefined) return [];
  return node.source
    ? [[name, { kind: 'again', from: node.source.value, name: local }]]
    : [[name, { kind: 'local', node: specifier.local, name: local }]];
}

/** `module.exports = …`, `module.exports.name = …`, `exports.name = …`. */
function assigned(left: Node, right: Node): Entry[] {
  if (left.type !== 'MemberExpression') return [];
  const name = nameOf(left.property, left.computed);
  if (name === undefined) return [];
  if (isName(left.object, 'module') && name === 'exports') return wholeExport(right);
  const isOfExports =
    isName(left.object, 'exports') ||
    (left.object.type === 'MemberExpression' &&
      isName(left.object.object, 'module') &&
      nameOf(left.object.property, left.object.computed) === 'exports');
  return isOfExports ? [[name, { kind: 'expression', node: right }]] : [];
}

function wholeExport(right: Node): Entry[] {
  const members = right.type === 'ObjectExpression' ? right.properties : [];
  return [
    [WHOLE, { kind: 'expression', node: right }],
    ...members.flatMap((property): Entry[] => {
      if (property.type === 'SpreadElement') return [];
      const name = nameOf(property.key, property.computed);
      const node = property.type === 'ObjectProperty' ? property.value : property;
      return name === undefined ? [] : [[name, { kind: 'expression', node }]];
    }),
  ];
}

function isName(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}
