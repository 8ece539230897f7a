import { type Client, idOf, type Reply } from './client.js';

/** A password that the default policy accepts. */
export const PASSWORD = 'Tr0ub4dour-and-3';

/**
 * @param name - first part of the login
 * @param more - further attributes
 * @returns a profile
 */
export function profileOf(name: string, more: Readonly<Record<string, unknown>> = {}) {
  return { login: `${name}@example.com`, email: `${name}@example.com`, firstName: name, lastName: 'Lovelace', ...more };
}

/**
 * @param client - where to
 * @param name - first part of the login
 * @param more - further members of the body
 * @returns the answer
 */
export function createPerson(client: Client, name: string, more: object = {}): Promise<Reply> {
  const credentials = { password: { value: PASSWORD } };
  return client.post('/api/v1/users', { profile: profileOf(name), credentials, ...more });
}

/**
 * @param client - where to
 * @param name - of the group
 * @returns its id
 */
export async function createGroup(client: Client, name: string): Promise<string> {
  return idOf(await client.post('/api/v1/groups', { profile: { name } }));
}

/**
 * @param client - where to
 * @param label - of the app
 * @returns its id
 */
export async function createBookmark(client: Client, label: string): Promise<string> {
  const settings = { app: { url: 'https://example.com' } };
  return idOf(await client.post('/api/v1/apps', { name: 'bookmark', label, signOnMode: 'BOOKMARK', settings }));
}
