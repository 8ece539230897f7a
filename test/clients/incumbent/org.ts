import { Client } from 'incumbent';
import { afterAll, beforeAll } from 'vitest';
import { createEmulator, type Emulator } from '../../../src/emulator.js';

/** An org behind a socket, and a client of the released SDK that talks to it. */
export interface Day {
  /** For the whole org, by API token. */
  readonly client: Client;
  readonly url: string;
  /** What the org sent to its users, the oldest first. */
  readonly outbox: Emulator['outbox'];
}

/**
 * Opens one org for all tests of a file.
 *
 * @returns the org; its members are there once tests run
 */
export function openDay(): Day {
  const emulator = createEmulator();
  let client: Client | undefined;
  beforeAll(async () => {
    const { url } = await emulator.listen();
    client = connect(url, { token: emulator.token });
  });
  afterAll(() => emulator.close());
  return {
    get client() {
      if (client === undefined) throw new Error('The org is not open yet.');
      return client;
    },
    get url() {
      return emulator.url;
    },
    outbox: emulator.outbox,
  };
}

/**
 * @param url - of the org
 * @param settings - how the client shows who it is
 * @returns a client that takes plain http and asks the org each time
 */
export function connect(url: string, settings: ConstructorParameters<typeof Client>[0]): Client {
  // The types of the released SDK know neither member.
  const testing = { testing: { disableHttpsCheck: true }, cacheMiddleware: null };
  return new Client({ orgUrl: url, ...settings, ...testing });
}

/**
 * @param value - of a member that the released types call optional
 * @returns the value
 */
export function given<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error('The answer lacks a member.');
  return value;
}

/**
 * @param list - as the released SDK gives it
 * @returns its items, page by page to the end
 */
export async function readAll<T>(
  list: Promise<{ each(iterator: (item: T) => unknown): Promise<unknown> }>,
): Promise<T[]> {
  const items: T[] = [];
  await (await list).each((item) => {
    items.push(item);
  });
  return items;
}

/**
 * @param promise - of a call that the org is to refuse
 * @returns status and error code
 */
export async function refusal(promise: Promise<unknown>): Promise<readonly [number, string]> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  if (typeof error !== 'object' || error === null || !('status' in error)) throw error ?? new Error('Not refused.');
  return [Number(error.status), 'errorCode' in error ? String(error.errorCode) : ''];
}

let people = 0;

/**
 * @param firstName - of the user
 * @param more - of the profile
 * @returns a profile that nobody else has
 */
export function profile<More extends object>(firstName: string, more?: More) {
  people += 1;
  const login = `${firstName.toLowerCase()}.${people}@example.com`;
  return { login, email: login, firstName, lastName: 'Example', ...more };
}

/** Good enough for the policy of every org. */
export const PASSWORD = { value: 'Tr0ub4dour&3' };

/**
 * Creates a user who is active.
 *
 * @param client - of the org
 * @param firstName - of the user
 * @param more - of the profile
 * @returns the user's id
 */
export async function hire(client: Client, firstName: string, more: object = {}): Promise<string> {
  const body = { profile: profile(firstName, more), credentials: { password: PASSWORD } };
  return given((await client.userApi.createUser({ body })).id);
}
