/**
 * Turns a glob into a regular expression: `*` and `?` stay within a name, `**` goes through folders.
 *
 * @param glob - with slashes; one without any is matched against the last name
 * @returns pattern for relative paths
 */
export function globPattern(glob: string): RegExp {
  const parts = glob.replace(/^\.\//, '').split(/(\*\*\/?|\*|\?)/);
  const body = parts.map((part) => WILD[part] ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&')).join('');
  return new RegExp(`^${glob.includes('/') ? '' : '(?:.*/)?'}${body}$`);
}

const WILD: Readonly<Record<string, string>> = { '**': '.*', '**/': '(?:.*/)?', '*': '[^/]*', '?': '[^/]' };
