import { PACKAGE, type ProgramFile } from '../program/program.js';
import { behind, type Edit } from '../syntax/edits.js';
import { endOf, type Node, startOf } from '../syntax/nodes.js';

const STORE = `${PACKAGE}/src/memory-store`;

/**
 * Takes `MemoryStore` from the package rather than from a file in it.
 *
 * @param file - to search
 * @returns edits of `require` calls and of imports of the whole
 */
export function planMemoryStore({ tree, text }: ProgramFile): Edit[] {
  return tree.nodes.flatMap((node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require') {
      const [door] = node.arguments;
      return isStore(door) ? [doorEdit(text, door), behind(endOf(node), '.MemoryStore')] : [];
    }
    if (node.type !== 'ImportDeclaration' || !isStore(node.source)) return [];
    const [only, ...others] = node.specifiers;
    if (only?.type !== 'ImportDefaultSpecifier' || others.length > 0) return [];
    const { name } = only.local;
    const named = name === 'MemoryStore' ? '{ MemoryStore }' : `{ MemoryStore as ${name} }`;
    return [{ start: startOf(only), end: endOf(only), text: named }, doorEdit(text, node.source)];
  });
}

function isStore(node: Node | undefined): node is Extract<Node, { type: 'StringLiteral' }> {
  return node?.type === 'StringLiteral' && node.value.replace(/\.js$/, '') === STORE;
}

/** Quotes stay as they are. */
function doorEdit(text: string, node: Node): Edit {
  const start = startOf(node) + 1;
  const end = endOf(node) - 1;
  return { start, end, text: text.slice(start, end).replace(/\/src\/memory-store(?:\.js)?$/, '') };
}
