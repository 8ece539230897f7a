import { type ApiPromise, apiPromise } from '../../api/api-promise.js';
import { ParameterError } from '../../errors/parameter-error.js';
import type { OperationName } from '../../http/message.js';
import type { Collection } from '../../response/collection.js';
import type { Flat } from './flat.js';
import type { Arguments } from './flat-name.js';
import type { FlatRow, ModelLink } from './flat-row.js';
import { argumentNames, bodyName, isMissing } from './read-arguments.js';
import { refuseRemoved } from './refuse-removed.js';

/** What values are made live by. */
export interface LiveTable {
  readonly flat: Flat;
  readonly rows: Readonly<Record<string, FlatRow>>;
  /** Methods by model. */
  readonly models: Readonly<Record<string, Readonly<Record<string, ModelLink>>>>;
  /** Names of methods that are gone, with their successors, by model. */
  readonly removed: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A method of a value, with its names. */
interface LiveMethod {
  readonly model: string;
  readonly name: string;
  readonly link: ModelLink;
  readonly row: FlatRow;
}

/**
 * Gives values the methods of their model. Nothing that lists members shows them, so that a value is still the JSON that
 * was received to `JSON.stringify`, to a spread and to a comparison; a member of the same name stays.
 */
export class LiveValues {
  readonly #table: LiveTable;
  readonly #descriptors = new Map<string, PropertyDescriptorMap>();

  /** @param table - methods, and the client that they call */
  constructor(table: LiveTable) {
    this.#table = table;
  }

  /**
   * Makes a value live.
   *
   * @param model - name of its model
   * @param value - parsed JSON
   * @returns the same value
   */
  make(model: string, value: unknown): unknown {
    const links = this.#table.models[model];
    if (links === undefined || typeof value !== 'object' || value === null) return value;
    const descriptors = this.#of(model, links);
    return Object.defineProperties(value, without(descriptors, value));
  }

  #of(model: string, links: Readonly<Record<string, ModelLink>>): PropertyDescriptorMap {
    const known = this.#descriptors.get(model);
    if (known !== undefined) return known;
    const gone = Object.entries(this.#table.removed[model] ?? {}).map(([older, name]) => {
      const value = refuseRemoved({ owner: model.toLowerCase(), older, name });
      return [older, hidden(value)];
    });
    const able = Object.entries(links).map(([name, link]) => {
      return [name, this.#descriptor({ model, name, link, row: this.#row(link) })];
    });
    const made: PropertyDescriptorMap = Object.fromEntries([...gone, ...able]);
    this.#descriptors.set(model, made);
    return made;
  }

  #row({ to }: ModelLink): FlatRow {
    const row = this.#table.rows[to];
    if (row === undefined) throw new TypeError(`There is no flat method ${to}`);
    return row;
  }

  #descriptor(method: LiveMethod): PropertyDescriptor {
    const invoke = (self: object, args: Arguments) => this.#invoke(method, self, args);
    const { [method.name]: value } = {
      [method.name](this: object, ...args: unknown[]) {
        return invoke(this, args);
      },
    };
    return hidden(value);
  }

  #invoke(
    { model, name, link, row }: LiveMethod,
    self: object,
    args: Arguments,
  ): ApiPromise<unknown> | Collection<unknown> {
    const { flat } = this.#table;
    const lacking = Object.values(link.from ?? {}).find((member) => isMissing(memberOf(self, member)));
    const way = wayOf(row);
    if (lacking === undefined) return flat[way](link.to, fill({ link, row }, self, args));
    const error = lackingMember({ api: model, method: name }, lacking);
    return way === 'call' ? apiPromise(Promise.reject(error)) : flat.failing(link.to, error);
  }
}

/** A member that no loop shows. */
function hidden(value: unknown): PropertyDescriptor {
  return { value, writable: true, configurable: true, enumerable: false };
}

function wayOf({ answer, call }: FlatRow): 'call' | 'list' | 'change' {
  if (answer === undefined) return 'call';
  return call.startsWith('GET ') ? 'list' : 'change';
}

/** All arguments of the flat method: what the value fills, and in between, in order, what the caller gave. */
function fill({ link, row }: Pick<LiveMethod, 'link' | 'row'>, self: object, args: Arguments): unknown[] {
  const given = [...args];
  const body = bodyName(row);
  const filled = argumentNames(row).map((name) => {
    if (name === body) return link.self ? self : given.shift();
    const member = link.from?.[name];
    return member === undefined ? given.shift() : memberOf(self, member);
  });
  return [...filled, ...given];
}

function memberOf(value: object, name: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[name];
}

function lackingMember(operation: OperationName, member: string): ParameterError {
  const reason = 'is missing on the value that the method was called on; get the value from Okta first';
  return new ParameterError({ operation, parameter: member, reason }, { code: 'OKTA_MISSING_PARAMETER' });
}

/** Custom attributes may be called anything. */
function without(descriptors: PropertyDescriptorMap, value: object): PropertyDescriptorMap {
  const taken = Object.keys(value).filter((name) => name in descriptors);
  if (taken.length === 0) return descriptors;
  return Object.fromEntries(Object.entries(descriptors).filter(([name]) => !taken.includes(name)));
}
