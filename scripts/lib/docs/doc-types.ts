import type { PreparedModel } from '../prepare/prepared.js';
import type { Declaration } from '../print/declaration.js';
import type { TypeLine } from './doc.js';
import { code, prose, slug } from './markdown.js';

/**
 * Lists all types.
 *
 * @param models - files of models
 * @returns a line for each, sorted by name
 */
export function typeLines(models: ReadonlyMap<string, PreparedModel>): TypeLine[] {
  const lines = [...models].flatMap(([owner, { declarations }]) =>
    declarations.map((declaration) => ({
      name: declaration.name,
      anchor: slug(declaration.name),
      file: `../models/${owner}.ts`,
      description: firstSentence(declaration),
    })),
  );
  return lines.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** From the doc comment, so that both say the same. */
function firstSentence({ doc }: Declaration): string {
  const lines = doc.map((line) => line.replace(/^\/\*\* ?| ?\*\/$|^ \* ?/g, ''));
  const text = lines.filter((line) => line !== '').join(' ');
  const plain = text
    .replace(/^@deprecated Use/, 'Deprecated, use')
    .replace(/\{@link ([\w.]+)\}/g, (_, name: string) => code(name));
  return prose(/^.*?[.](?= |$)/.exec(plain)?.[0] ?? plain);
}
