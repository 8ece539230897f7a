/** A list of exports as bundlers print it at the end of declarations. */
const LIST = /^export (type )?\{([^}]*)\};\n/gm;

const TYPE = /^(?:interface|type) (\w+)/gm;

const VALUE = /^declare (?:abstract class|class|const|function|namespace|enum) (\w+)/gm;

/**
 * Says `export` where a thing is declared rather than in a list at the end: a member of such a list is an alias, which
 * users cannot augment (`declare module '…' { interface UserProfile { … } }`).
 *
 * @param text - rolled-up declarations
 * @param source - declarations of the door as written: what it exports as `export type { … }` is no value
 * @returns the same with a list only of what is exported under another name, and of classes that are mere types
 */
export function exportInPlace(text: string, source: string): string {
  const lists = [...text.matchAll(LIST)];
  const names = new Map(
    lists.flatMap(([, type = '', list = '']) => list.split(', ').map((name) => [name.trim(), type])),
  );
  for (const name of typesOf(source)) if (names.has(name)) names.set(name, 'type ');
  // Overloads and merged declarations have one name several times.
  const taken = new Set<string>();
  const take = (declaration: string, name: string, asType: boolean): string => {
    const isListed = asType ? names.has(name) : names.get(name) === '';
    if (!isListed) return declaration;
    taken.add(name);
    return `export ${declaration}`;
  };
  const body = text
    .replace(LIST, '')
    .replace(TYPE, (declaration, name: string) => take(declaration, name, true))
    .replace(VALUE, (declaration, name: string) => take(declaration, name, false));
  const rest = [...names].filter(([name]) => !taken.has(name));
  return `${body}\nexport { ${rest.map(([name, type]) => type + name).join(', ')} };\n`;
}

function typesOf(source: string): string[] {
  return [...source.matchAll(/^export type \{([^}]*)\}/gm)].flatMap(([, list = '']) => list.trim().split(/,\s*/));
}
