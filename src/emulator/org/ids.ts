import { ALPHANUMERIC, type Chance, randomText } from './chance.js';

/** Makes an id from its prefix and a running number, which never repeats within an org. */
export type IdMaker = (prefix: string, serial: number) => string;

/** Where a source of ids stands. Plain JSON. */
export interface IdState {
  readonly head: string;
  readonly tail: string;
  serial: number;
  counted: number;
}

const BASE = ALPHANUMERIC.length;
const COUNTED_DIGITS = 8;
const LARGEST_STEP = 1_000_000;

/**
 * Ids as Okta makes them: three characters that tell the kind of resource, thirteen that differ, four that are the
 * same throughout the org. They rise from one to the next, so that the order of ids is the order of creation.
 */
export class Ids {
  readonly #chance: Chance;
  readonly #maker: IdMaker | undefined;
  readonly #state: IdState;

  constructor(chance: Chance, maker?: IdMaker, state: IdState = firstState(chance)) {
    this.#chance = chance;
    this.#maker = maker;
    this.#state = state;
  }

  /**
   * @param prefix - three characters, e.g. `00u` for a user
   * @returns a new id
   */
  next(prefix: string): string {
    const state = this.#state;
    state.serial += 1;
    if (this.#maker) return this.#maker(prefix, state.serial);
    state.counted += 1 + Math.floor(this.#chance.next() * LARGEST_STEP);
    return prefix + state.head + digitsOf(state.counted) + state.tail;
  }

  /**
   * @returns where it stands, and where its chance does
   */
  state(): { readonly ids: IdState; readonly chance: number | undefined } {
    return { ids: { ...this.#state }, chance: this.#chance.state() };
  }

  /**
   * @returns an independent source of ids that goes on from here
   */
  fork(): Ids {
    return new Ids(this.#chance.fork(), this.#maker, { ...this.#state });
  }
}

function firstState(chance: Chance): IdState {
  const head = randomText(chance, 5, ALPHANUMERIC);
  const tail = `${randomText(chance, 3, ALPHANUMERIC)}7`;
  return { head, tail, serial: 0, counted: Math.floor(chance.next() * 0.5 * BASE ** COUNTED_DIGITS) };
}

function digitsOf(value: number): string {
  const codes: number[] = [];
  for (let rest = value, i = 0; i < COUNTED_DIGITS; i++, rest = Math.floor(rest / BASE)) {
    codes.push(ALPHANUMERIC.charCodeAt(rest % BASE));
  }
  return String.fromCharCode(...codes.reverse());
}
