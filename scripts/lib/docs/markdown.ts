/**
 * Makes a text safe outside of code: angle brackets and braces are no HTML and no template, code in backticks stays.
 *
 * @param text - words, perhaps with code in backticks
 * @returns Markdown
 */
export function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[<>{}*_[\]]/g, escapeCharacter)))
    .join('');
}

/**
 * Makes Markdown safe inside of a table cell.
 *
 * @param markdown - without line breaks
 * @returns the same with `|` escaped, which holds in code too
 * @see https://github.github.com/gfm/#tables-extension-
 */
export function cell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}

/**
 * Marks a text as code.
 *
 * @param text - without backticks
 * @returns inline code
 */
export function code(text: string): string {
  return `\`${text}\``;
}

/**
 * The name that GitHub gives to the anchor of a heading.
 *
 * @param heading - its text
 * @returns the fragment, without `#`
 */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function escapeCharacter(character: string): string {
  return character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`;
}
