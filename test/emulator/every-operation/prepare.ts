import { isObject, memberAt } from '../../../src/emulator/org/json.js';
import { buildRequest } from '../../../src/request/build-request.js';
import type { Client, Reply } from '../client.js';
import { MADE_SO, type Maker, SECOND, SHAPES } from './makers.js';
import { type Operation, operationAt, operations, shapeOf } from './operations.js';
import type { Setup } from './setup.js';
import { setupFor } from './setups.js';

/** An id as the documentation shows them: three characters of its kind, then always the same. */
const SHOWN_ID = /([0-9A-Za-z]{3})(1a2b3c4D5e6F7g8h9|9h8g7F6e5D4c3b2a1)/g;
const FIRST = '1a2b3c4D5e6F7g8h9';

type Request = Operation['request'];
type Bodies = Readonly<Record<string, object>>;

/** Calls operations with the requests that the documentation shows, on things that are really there. */
export class Caller {
  readonly client: Client;
  readonly #bodies: Bodies;
  readonly #path: Readonly<Record<string, string>>;
  /** What was made, by path of the list and name in the documentation. */
  readonly #made = new Map<string, Promise<string>>();

  constructor(client: Client, { bodies = {}, path = {} }: Pick<Setup, 'bodies' | 'path'> = {}) {
    this.client = client;
    this.#bodies = bodies;
    this.#path = path;
  }

  /**
   * @param operation - what to call, on things that other operations made before
   * @param request - members that differ from what the documentation shows
   * @returns the answer
   */
  async call(operation: Operation, request: Request = {}): Promise<Reply> {
    return this.send(operation, await this.requestFor(operation, request));
  }

  /**
   * @param operation - what is to be called
   * @param other - members that differ from what the documentation shows
   * @returns its request object, with ids of things that are there
   */
  async requestFor({ template, request }: Operation, other: Request = {}): Promise<Request> {
    const shown = { ...request, ...other };
    const values = await this.pathValues(template, shown);
    return { ...(await this.#withRealIds(without(shown, values))), ...values };
  }

  /**
   * @param operation - what to call
   * @param request - its request object
   * @returns the answer
   */
  async send({ name, row }: Operation, request: Request): Promise<Reply> {
    const { emulator } = this.client;
    const call = { row, operation: { api: '', method: name } as never, members: request, options: {} };
    const { method, url, headers, body } = await buildRequest(call, emulator.url);
    const authorization = `SSWS ${emulator.token}`;
    return this.client.send(method, url, { headers: { ...headers, authorization }, body: (body ?? null) as BodyInit });
  }

  /**
   * Makes what a path names, from the outside in.
   *
   * @param template - path with placeholders
   * @param shown - what the documentation has for them
   * @returns values of the placeholders
   */
  async pathValues(template: string, shown: Request): Promise<Record<string, string>> {
    const values: Record<string, string> = {};
    for (const { 0: mark, 1: name = '', index } of template.matchAll(/\{([^}]*)\}/g)) {
      const list = fill(template.slice(0, index - 1), values);
      const shape = shapeOf(template.slice(0, index + mark.length));
      values[name] = this.#path[name] ?? (await this.itemOf({ list, shape, shown: String(shown[name] ?? '') }));
    }
    return values;
  }

  /**
   * @param wanted - path of the list, of its items with nameless placeholders, and the name that the documentation shows
   * @returns key of an item that is there
   */
  itemOf(wanted: Wanted): Promise<string> {
    const place = `${wanted.list} ${MADE_SO[wanted.shape] ? wanted.shown : isSecond(wanted.shown)}`;
    const made = this.#made.get(place) ?? this.#make(wanted);
    this.#made.set(place, made);
    return made;
  }

  async #make({ list, shape, shown }: Wanted): Promise<string> {
    const maker: Maker = MADE_SO[shape] ?? { how: operationAt('POST', parentOf(shape)) ? 'create' : 'find' };
    if (isSecond(shown) && maker !== MADE_SO[shape]) return this.#withRealIds(shown);
    if (typeof maker === 'function') return maker(this, list);
    if (maker.how === 'find') return this.#find({ list, shape, shown }, maker);
    const reply = maker.how === 'shown' ? undefined : await this.#create({ list, shape });
    return maker.how === 'create' && reply ? keyOf(reply, maker, shape) : this.#withRealIds(shown);
  }

  async #create({ list, shape }: Omit<Wanted, 'shown'>): Promise<Reply> {
    const operation = operationAt('POST', parentOf(shape));
    if (operation === undefined) throw new Error(`Nothing creates ${shape}`);
    const outer = valuesIn(operation.template, list);
    const body = this.#bodies[parentOf(shape)];
    const shown = { ...without(operation.request, outer), ...(body ? { [bodyNameOf(operation)]: body } : {}) };
    const reply = await this.send(operation, { ...(await this.#withRealIds(shown)), ...outer });
    if (reply.status >= 300) throw new Error(`${operation.name} answers ${reply.status} ${reply.text}`);
    return reply;
  }

  async #find({ list, shape, shown }: Wanted, maker: KeyedMaker): Promise<string> {
    if (operationAt('GET', parentOf(shape)) === undefined) return this.#withRealIds(shown);
    const reply = await this.client.get(list);
    const item = isObject(reply.body) ? Object.values(reply.body).find(Array.isArray)?.[0] : elementOf(reply.body);
    return item === undefined ? this.#withRealIds(shown) : keyOf({ ...reply, body: item }, maker, shape);
  }

  /** The same with ids of things that are there in the place of those that the documentation shows. */
  async #withRealIds<T>(value: T): Promise<T> {
    const text = JSON.stringify(value) ?? '';
    let real = text;
    for (const [shown, prefix = '', rest] of text.matchAll(SHOWN_ID)) {
      const id = await (rest === FIRST ? this.#first(prefix) : this.#second(prefix));
      if (id !== undefined) real = real.replaceAll(shown, id);
    }
    return real === text ? value : JSON.parse(real);
  }

  async #first(prefix: string): Promise<string | undefined> {
    const shape = SHAPES[prefix];
    return shape === undefined ? undefined : this.itemOf({ list: parentOf(shape), shape, shown: '' });
  }

  async #second(prefix: string): Promise<string | undefined> {
    const { list, body } = SECOND[prefix] ?? {};
    if (list === undefined) return undefined;
    const place = `${list} second of ${prefix}`;
    const made =
      this.#made.get(place) ?? this.client.post(list, body).then((reply) => keyOf(reply, { how: 'create' }, list));
    this.#made.set(place, made);
    return made;
  }
}

/**
 * Calls an operation in an org in which everything is as it must be for it to succeed.
 *
 * @param client - of a new org
 * @param operation - what to call
 * @returns the answer
 */
export async function callPrepared(client: Client, operation: Operation): Promise<Reply> {
  const { caller, request } = await prepared(client, operation);
  return caller.call(operation, request);
}

/**
 * Makes everything that an operation needs.
 *
 * @param client - of a new org
 * @param operation - what is going to be called
 * @returns what calls it, and members of the request that differ from what the documentation shows
 */
export async function prepared(client: Client, operation: Operation): Promise<{ caller: Caller; request: Request }> {
  const { bodies, first = [], path, prepare, request: changed } = setupFor(operation);
  const made = await prepare?.(client, operation);
  const request = { ...changed, ...made?.request };
  const caller = new Caller(client, { bodies: { ...bodies, ...made?.bodies }, path: { ...path, ...made?.path } });
  await caller.requestFor(operation, request);
  for (const step of first) {
    const [name, other] = typeof step === 'string' ? [step, {}] : step;
    const earlier = operations.get(name);
    if (earlier === undefined) throw new Error(`There is no ${name}`);
    const reply = await caller.call(earlier, { ...setupFor(earlier).request, ...other });
    if (reply.status >= 300) throw new Error(`${name} answers ${reply.status} ${reply.text}`);
  }
  return { caller, request };
}

/** An item that a path needs. */
interface Wanted {
  readonly list: string;
  readonly shape: string;
  readonly shown: string;
}

interface KeyedMaker {
  readonly how?: string;
  readonly key?: string;
}

function keyOf({ body, status, text }: Reply, { key = 'id' }: KeyedMaker, of: string): string {
  const value = memberAt(body, key.split('.'));
  if (typeof value === 'string' && status < 300) return value;
  throw new Error(`No ${key} of ${of} in ${status} ${text}`);
}

function elementOf(body: unknown): unknown {
  return Array.isArray(body) ? body[0] : undefined;
}

function isSecond(shown: string): boolean {
  return shown.endsWith('9h8g7F6e5D4c3b2a1');
}

function bodyNameOf({ row: { body } }: Operation): string {
  const name = typeof body === 'object' ? body.name : body;
  return typeof name === 'string' ? name : '';
}

function without(request: Request, values: Readonly<Record<string, string>>): Request {
  return Object.fromEntries(Object.entries(request).filter(([name]) => values[name] === undefined));
}

function parentOf(shape: string): string {
  return shape.slice(0, shape.lastIndexOf('/'));
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^}]*)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** Reads the values of placeholders off a path. */
function valuesIn(template: string, path: string): Record<string, string> {
  const segments = path.split('/');
  return Object.fromEntries(
    template.split('/').flatMap((part, i) => {
      const name = /^\{(.*)\}$/.exec(part)?.[1];
      return name === undefined ? [] : [[name, decodeURIComponent(segments[i] ?? '')]];
    }),
  );
}
