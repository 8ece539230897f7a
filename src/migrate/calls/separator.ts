import type { ProgramFile } from '../program/program.js';
import { endOf, type Node, startOf } from '../syntax/nodes.js';

/**
 * What has to stand before a parenthesis. Without semicolons, a line that begins with one would call what the line
 * before it ends with.
 *
 * @param file - that has the expression
 * @param list - the expression that is put into parentheses
 * @returns a semicolon or nothing
 */
export function separator({ tree, text }: ProgramFile, list: Node): string {
  const statement = tree.closest(list, isStatement);
  if (statement === undefined || startOf(statement) !== startOf(list)) return '';
  const siblings = statementsOf(tree.parentOf(statement));
  const previous = siblings[siblings.indexOf(statement) - 1];
  const last = previous && text[endOf(previous) - 1];
  return previous && last !== ';' && (last !== '}' || OPEN_END.has(previous.type)) ? ';' : '';
}

function statementsOf(block: Node | undefined): readonly Node[] {
  if (block?.type === 'SwitchCase') return block.consequent;
  if (block?.type === 'BlockStatement' || block?.type === 'Program') return [...block.directives, ...block.body];
  return block?.type === 'StaticBlock' || block?.type === 'TSModuleBlock' ? block.body : [];
}

/** What may end in the brace of an expression. */
const OPEN_END: ReadonlySet<string> = new Set([
  'ExportDefaultDeclaration',
  'ExportNamedDeclaration',
  'ExpressionStatement',
  'ReturnStatement',
  'ThrowStatement',
  'VariableDeclaration',
]);

const isStatement = (node: Node): node is Extract<Node, { type: 'ExpressionStatement' }> =>
  node.type === 'ExpressionStatement';
