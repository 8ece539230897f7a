import { listOf, textOf } from './values.js';

/** Something that can be asked of a value itself, e.g. `user.profile.login.contains("@")`. */
export type Method = (value: unknown, args: readonly unknown[]) => unknown;

/**
 * Methods by name.
 *
 * Source: https://developer.okta.com/docs/reference/okta-expression-language-in-identity-engine/
 */
const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  [
    'contains',
    (value, [wanted]) => (Array.isArray(value) ? value.includes(wanted) : textOf(value).includes(textOf(wanted))),
  ],
  ['startsWith', (value, [wanted]) => textOf(value).startsWith(textOf(wanted))],
  ['endsWith', (value, [wanted]) => textOf(value).endsWith(textOf(wanted))],
  ['toUpperCase', (value) => (value === null ? null : textOf(value).toUpperCase())],
  ['toLowerCase', (value) => (value === null ? null : textOf(value).toLowerCase())],
  ['length', (value) => textOf(value).length],
  ['size', (value) => listOf(value).length],
  ['isEmpty', (value) => (Array.isArray(value) ? value.length === 0 : textOf(value) === '')],
]);

/**
 * @param name - of what is called
 * @returns the value that the method is asked of, and the method; `undefined` if it names none
 */
export function methodIn(name: string): { readonly path: readonly string[]; readonly method: Method } | undefined {
  const path = name.split('.');
  const method = methods.get(path.pop() ?? '');
  return method && path[0] === 'user' && path.length > 1 ? { path, method } : undefined;
}
