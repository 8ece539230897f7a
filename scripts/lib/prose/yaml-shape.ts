/** What a YAML value has to look like: a text, a list, or an object with any members or with these (`?` may be absent). */
export type YamlShape =
  | 'text'
  | { readonly list: YamlShape }
  | { readonly each: YamlShape }
  | { readonly members: Readonly<Record<string, YamlShape>> };

/**
 * Checks what was read from a YAML file.
 *
 * @param value - as read
 * @param shape - what it has to look like
 * @param place - file and key, for messages
 * @throws Error naming file and key of the first fault
 */
export function checkYaml(value: unknown, shape: YamlShape, place: string): void {
  if (shape === 'text') checkText(value, place);
  else if ('list' in shape) checkList(value, shape.list, place);
  else if ('each' in shape) checkEach(membersOf(value, place), shape.each, place);
  else checkMembers(membersOf(value, place), shape.members, place);
}

function checkText(value: unknown, place: string): void {
  if (typeof value !== 'string' || value.trim() === '') throw new Error(`${place}: must be a text`);
}

function checkList(value: unknown, shape: YamlShape, place: string): void {
  if (!Array.isArray(value)) throw new Error(`${place}: must be a list`);
  for (const [index, entry] of value.entries()) checkYaml(entry, shape, `${place}, ${index}`);
}

function membersOf(value: unknown, place: string): ReadonlyMap<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return new Map(Object.entries(value));
  throw new Error(`${place}: must have members`);
}

function checkEach(entries: ReadonlyMap<string, unknown>, shape: YamlShape, place: string): void {
  for (const [key, entry] of entries) checkYaml(entry, shape, `${place}, ${key}`);
}

function checkMembers(
  entries: ReadonlyMap<string, unknown>,
  members: Readonly<Record<string, YamlShape>>,
  place: string,
): void {
  const names = new Set(Object.keys(members).map((key) => key.replace('?', '')));
  for (const key of entries.keys()) if (!names.has(key)) throw new Error(`${place}, ${key}: no such key`);
  for (const [key, shape] of Object.entries(members)) {
    const name = key.replace('?', '');
    if (entries.has(name)) checkYaml(entries.get(name), shape, `${place}, ${name}`);
    else if (name === key) throw new Error(`${place}: ${name} is missing`);
  }
}
