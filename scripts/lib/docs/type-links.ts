import type { PreparedModel } from '../prepare/prepared.js';
import { code, slug } from './markdown.js';

/** Page that lists all types. */
const TYPES_PAGE = 'Models.md';

/** Turns the TypeScript text of a type into code whose named types are links to the list of types. */
export type LinkTypes = (type: string) => string;

/**
 * Finds the places of types in the list of types.
 *
 * @param models - files of models
 * @returns the function that links
 */
export function typeLinker(models: ReadonlyMap<string, PreparedModel>): LinkTypes {
  const names = new Set([...models.values()].flatMap(({ declarations }) => declarations.map(({ name }) => name)));
  return (type) => pieces(type, names).map(printPiece).join('');
}

interface Piece {
  readonly text: string;
  readonly isName: boolean;
}

/** The names of types in a text, and what stands between them. */
function pieces(type: string, names: ReadonlySet<string>): Piece[] {
  const found: Piece[] = [];
  for (const text of type.split(/('(?:[^'\\]|\\.)*'|[A-Za-z_$][\w$]*)/)) {
    const last = found[found.length - 1];
    const isName = names.has(text);
    if (isName || last === undefined || last.isName) found.push({ text, isName });
    else found[found.length - 1] = { text: last.text + text, isName };
  }
  return found.filter(({ text }) => text !== '');
}

function printPiece({ text, isName }: Piece): string {
  return isName ? `[${code(text)}](${TYPES_PAGE}#${slug(text)})` : code(text);
}
