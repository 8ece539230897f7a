/**
 * Finds the target of a relation in a `Link` header. Reads the header once from left to right, whatever its length;
 * parts that are no links are skipped.
 *
 * @param header - value of one or several joined `Link` lines
 * @param relation - e.g. `next`
 * @returns the URL as it stands in the header, or `undefined`
 * @see RFC 8288, section 3
 */
export function findLink(header: string, relation: string): string | undefined {
  let position = 0;
  while (position < header.length) {
    const open = header.indexOf('<', position);
    const close = open < 0 ? -1 : header.indexOf('>', open);
    if (close < 0) return undefined;
    const end = endOfParameters(header, close + 1);
    const parameters = header.slice(close + 1, end);
    if (relationsOf(parameters).includes(relation)) return header.slice(open + 1, close).trim();
    position = end + 1;
  }
  return undefined;
}

/** The comma that ends a link, not one inside a quoted value. */
function endOfParameters(header: string, start: number): number {
  let quoted = false;
  for (let index = start; index < header.length; index++) {
    const character = header[index];
    if (quoted && character === '\\') index++;
    else if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) return index;
  }
  return header.length;
}

const PARAMETER = /;\s*([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+)))?/g;

function relationsOf(parameters: string): readonly string[] {
  for (const [, name, quoted, token] of parameters.matchAll(PARAMETER)) {
    if (name?.toLowerCase() === 'rel') return (quoted ?? token ?? '').toLowerCase().split(/\s+/);
  }
  return [];
}
