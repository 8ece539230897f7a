/** Longest line of a doc comment, without the star before it. */
const WIDTH = 112;

/**
 * Writes a doc comment. A paragraph that begins with `@` follows another such without an empty line.
 *
 * @param paragraphs - texts without line breaks; empty ones are left out
 * @returns the lines of the comment, from `/**` on
 */
export function docComment(paragraphs: readonly string[]): string[] {
  const lines = paragraphs
    .filter((text) => text !== '')
    .flatMap((text, index, all) => {
      const gap = index > 0 && !(text.startsWith('@') && all[index - 1]?.startsWith('@')) ? [''] : [];
      return [...gap, ...wrap(text.replaceAll('*/', '*\\/'))];
    });
  if (lines.length === 1) return [`/** ${lines[0]} */`];
  return ['/**', ...lines.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'];
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    const fits = last !== undefined && (last === '@see' || last.length + 1 + word.length <= WIDTH);
    if (fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
