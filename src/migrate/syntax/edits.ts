/** Replaces the text from `start` to `end`; nothing is lost if both are the same. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** It is put behind something, so it comes before what is put in front of something at the same place. */
  readonly closes?: true;
}

/**
 * Puts a text in front of something.
 *
 * @param at - offset
 * @param text - what to put there
 * @returns the edit
 */
export const before = (at: number, text: string): Edit => ({ start: at, end: at, text });

/**
 * Puts a text behind something.
 *
 * @param at - offset
 * @param text - what to put there
 * @returns the edit
 */
export const behind = (at: number, text: string): Edit => ({ start: at, end: at, text, closes: true });

/**
 * Applies edits. Those of outer nodes are to be given before those of what is in them.
 *
 * @param text - to be edited
 * @param edits - in the order of nodes
 * @returns the text with all of them
 * @throws Error if two of them touch the same characters
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || rank(a) - rank(b) || (a.closes ? b.index - a.index : a.index - b.index));
  let result = '';
  let position = 0;
  for (const { start, end, text: replacement } of sorted) {
    if (start < position) throw new Error(`Two edits overlap at offset ${start}`);
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}

function rank({ start, end, closes }: Edit): number {
  if (start !== end) return 2;
  return closes ? 0 : 1;
}
