/** What a template may mention, by placeholder. */
export type Phrases = Readonly<Record<string, string>>;

/**
 * Puts phrases into a template.
 *
 * @param template - text with placeholders such as `{this}`
 * @param phrases - what to put there
 * @param place - file and key of the template
 * @returns the text
 * @throws Error for a placeholder that has no phrase
 */
export function fill(template: string, phrases: Phrases, place: string): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const phrase = phrases[name];
    if (phrase === undefined) throw new Error(`${place}: there is nothing to put for ${placeholder}`);
    return phrase;
  });
}
