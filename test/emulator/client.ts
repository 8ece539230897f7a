import { describe, onTestFinished } from 'vitest';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator.js';

/** An answer, read to its end. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, `undefined` if there was no body, or one that is not JSON. */
  readonly body: unknown;
  readonly text: string;
  /** Address of the next page. */
  readonly next: string | undefined;
  /** Address of this page, as the answer gives it. */
  readonly self: string | undefined;
}

/** Requests that a test sends. A path may be a whole address, e.g. of a next page. */
export interface Client {
  readonly emulator: Emulator;
  readonly clock: TestClock;
  send(method: string, path: string, init?: RequestInit): Promise<Reply>;
  get(path: string, query?: Readonly<Record<string, string>>): Promise<Reply>;
  post(path: string, body?: unknown): Promise<Reply>;
  put(path: string, body?: unknown): Promise<Reply>;
  patch(path: string, body?: unknown): Promise<Reply>;
  delete(path: string): Promise<Reply>;
}

/** A clock that stands still until it is told to go on. */
export interface TestClock {
  now(): number;
  sleep(ms: number): Promise<void>;
  tick(ms: number): void;
}

/** When the test clock starts. */
export const START = Date.UTC(2026, 2, 4, 10, 8, 1, 250);

/**
 * @param start - milliseconds since 1970
 * @returns a clock for one emulator
 */
export function testClock(start: number = START): TestClock {
  let time = start;
  const tick = (ms: number) => {
    time += ms;
  };
  return { now: () => time, sleep: async (ms) => tick(ms), tick };
}

/** How requests reach an emulator. */
export type Wire = 'in process' | 'over a socket';

/** Starts an emulator that ends with the test. */
export type Emulate = (options?: Omit<EmulatorOptions, 'clock'>) => Promise<Client>;

/**
 * Declares the same tests for both ways to reach an emulator.
 *
 * @param name - what they are about
 * @param declare - declares them
 */
export function onBothWires(name: string, declare: (emulate: Emulate) => void): void {
  describe.each<Wire>(['in process', 'over a socket'])(`${name}, %s`, (wire) => {
    declare((options) => emulate(wire, options));
  });
}

/**
 * @param wire - how requests are to reach it
 * @param options - of the emulator
 * @returns a client of a new emulator
 */
export async function emulate(wire: Wire, options: Omit<EmulatorOptions, 'clock'> = {}): Promise<Client> {
  const clock = testClock();
  const emulator = createEmulator({ ...options, clock });
  if (wire === 'over a socket') await emulator.listen();
  onTestFinished(() => emulator.close());
  return clientOf(emulator, clock, wire === 'in process' ? emulator.fetch : fetch);
}

function clientOf(emulator: Emulator, clock: TestClock, fetching: typeof fetch): Client {
  const headers = { Authorization: `SSWS ${emulator.token}`, 'Content-Type': 'application/json' };
  const send: Client['send'] = async (method, path, init = {}) => {
    const address = path.startsWith('/') ? emulator.url + path : path;
    return replyOf(await fetching(address, { method, headers, ...init }));
  };
  const sendJson = (method: string) => (path: string, body?: unknown) =>
    send(method, path, body === undefined ? {} : { body: JSON.stringify(body) });
  return {
    emulator,
    clock,
    send,
    get: (path, query) => send('GET', query ? `${path}?${new URLSearchParams(query)}` : path),
    post: sendJson('POST'),
    put: sendJson('PUT'),
    patch: sendJson('PATCH'),
    delete: (path) => send('DELETE', path),
  };
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const link = response.headers.get('link') ?? '';
  const target = (rel: string) => new RegExp(`<([^>]*)>; rel="${rel}"`).exec(link)?.[1];
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isJson ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, body, text, next: target('next'), self: target('self') };
}

/** An object of a list. */
export type Item = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * @param reply - with an object
 * @returns its id
 */
export function idOf({ body, text }: Reply): string {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') return body.id;
  throw new Error(`No id in ${text}`);
}

/**
 * @param reply - with an array
 * @returns its elements
 */
export function itemsOf({ body, text }: Reply): readonly Item[] {
  if (Array.isArray(body)) return body;
  throw new Error(`No array: ${text}`);
}

/**
 * @param reply - with an array
 * @returns ids of its elements
 */
export function idsOf(reply: Reply): string[] {
  return itemsOf(reply).map(({ id }) => id);
}

/**
 * @param reply - with an error
 * @returns status, code and causes
 */
export function errorOf({ status, body }: Reply) {
  const { errorCode, errorCauses } = body as { errorCode: string; errorCauses: readonly { errorSummary: string }[] };
  return { status, errorCode, causes: errorCauses.map(({ errorSummary }) => errorSummary) };
}

/**
 * Reads a list to its end.
 *
 * @param client - whose list
 * @param path - of the first page
 * @param between - called after each page
 * @returns all items
 */
export async function readAll(client: Client, path: string, between?: () => Promise<unknown>): Promise<Item[]> {
  const items: Item[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const reply: Reply = await client.get(next);
    items.push(...itemsOf(reply));
    next = reply.next;
    await between?.();
  }
  return items;
}
