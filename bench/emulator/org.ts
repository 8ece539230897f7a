import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator.js';

/** Requests to an emulator in this process. */
export interface Wire {
  readonly emulator: Emulator;
  /** Fails if the status is none of success. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
  /** Reads the answer, too. */
  get(path: string): Promise<unknown>;
}

/**
 * @param options - of the emulator
 * @returns requests to a new one
 */
export function openWire(options: EmulatorOptions = {}): Wire {
  const emulator = createEmulator(options);
  const headers = { authorization: `SSWS ${emulator.token}`, 'content-type': 'application/json' };
  const send: Wire['send'] = async (method, path, body) => {
    const address = path.startsWith('/') ? emulator.url + path : path;
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await emulator.fetch(address, { method, headers, ...sent });
    if (!response.ok) throw new Error(`${method} ${path} gave ${response.status}: ${await response.text()}`);
    return response;
  };
  return { emulator, send, get: async (path) => (await send('GET', path)).json() };
}

/**
 * @param number - of the user
 * @returns a body of `createUser`
 */
export function userBody(number: number) {
  const login = `user${number}@example.com`;
  const lastName = ['Lovelace', 'Hopper', 'Liskov', 'Allen'][number % 4] ?? '';
  const department = `Department ${number % 100}`;
  return { profile: { login, email: login, firstName: `user${number}`, lastName, department } };
}

/**
 * @param count - how many
 * @returns a seed of users
 */
export function usersSeed(count: number) {
  return { users: Array.from({ length: count }, (_, number) => userBody(number)) };
}

/**
 * Follows a list to its end.
 *
 * @param wire - to the org
 * @param path - of the first page
 * @returns how many items there are
 */
export async function readList(wire: Wire, path: string): Promise<number> {
  let count = 0;
  for (let next: string | undefined = path; next !== undefined; ) {
    const response: Response = await wire.send('GET', next);
    const items: unknown = await response.json();
    count += Array.isArray(items) ? items.length : 0;
    next = /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return count;
}

/** @returns megabytes of living objects */
export function heapInUse(): number {
  global.gc?.();
  global.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
