import type { ServerResponse } from 'node:http';
import { type LocalServer, localServer, type Seen, sendJson } from './local-server.js';

/** A server with users that are found by id and by login, and a log of what it was asked. */
export interface DirectoryServer extends LocalServer {
  /** Verbs and paths, in order. */
  calls(): string[];
  /** Answers the next requests in place of the directory. */
  readonly instead: ((seen: Seen, response: ServerResponse) => void)[];
}

const ID = /^\/api\/v1\/users\/([^/?]+)/;

/**
 * Starts a directory for one test. Every write to a user raises its version.
 *
 * @param headers - of every answer
 * @returns the server
 */
export async function directoryServer(headers: Record<string, string> = {}): Promise<DirectoryServer> {
  const instead: DirectoryServer['instead'] = [];
  const versions = new Map<string, number>();
  const server = await localServer((seen, response) => {
    const answer = instead.shift();
    if (answer) return answer(seen, response);
    const name = decodeURIComponent(ID.exec(seen.url)?.[1] ?? 'none');
    const id = name.includes('@') ? `00u-${name.replace(/@.*/, '')}` : name;
    if (seen.method !== 'GET') versions.set(id, (versions.get(id) ?? 1) + 1);
    sendJson(response, userOf(id, `http://${seen.headers.host}`, versions.get(id) ?? 1), { headers });
  });
  return { ...server, instead, calls: () => server.requests.map(({ method, url }) => `${method} ${url}`) };
}

function userOf(id: string, origin: string, version: number) {
  const login = `${id.replace('00u-', '')}@example.com`;
  return { id, profile: { login, title: `v${version}` }, _links: { self: { href: `${origin}/api/v1/users/${id}` } } };
}
