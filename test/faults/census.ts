import type { Emulator } from '../../src/emulator.js';

/**
 * Reads what the service holds, past all faults.
 *
 * @param emulator - the service
 * @returns how often each login and each label is there
 */
export async function census(emulator: Emulator): Promise<ReadonlyMap<string, number>> {
  const users = await readAll(emulator, '/api/v1/users?limit=200');
  const apps = await readAll(emulator, '/api/v1/apps?limit=200');
  const names = [...users.map(({ profile }) => profile?.login ?? ''), ...apps.map(({ label }) => label ?? '')];
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

interface Resource {
  readonly label?: string;
  readonly profile?: { readonly login?: string };
}

async function readAll({ fetch, url, token }: Emulator, path: string): Promise<Resource[]> {
  const found: Resource[] = [];
  for (let next: string | undefined = url + path; next !== undefined; ) {
    const response: Response = await fetch(next, { headers: { Authorization: `SSWS ${token}` } });
    found.push(...((await response.json()) as Resource[]));
    next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return found;
}
