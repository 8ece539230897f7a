import type { Binding } from '../syntax/bindings.js';
import type { Node } from '../syntax/nodes.js';
import { ABSENT, isSameTrace, type Trace, UNKNOWN } from './trace.js';

/** More rounds than any value that depends on itself takes to become clear. */
const ROUNDS = 8;

/** One attempt to find out about a value and what it depends on. */
interface Round {
  /** What the attempt before found of values that depend on themselves. */
  readonly assumed: ReadonlyMap<Node | Binding, Trace>;
  readonly open: Set<Node | Binding>;
  readonly circular: Set<Node | Binding>;
  readonly found: Map<Node | Binding, Trace>;
}

/** Remembers what is known of values, and finds out about those that depend on themselves. */
export class TraceMemory {
  readonly #known = new Map<Node | Binding, Trace>();
  #round: Round | undefined;

  /**
   * @param key - an expression or a name
   * @param find - finds out about its value; may ask for those that it depends on, and so for itself
   * @returns what is known of the value
   */
  recall(key: Node | Binding, find: () => Trace): Trace {
    const known = this.#known.get(key) ?? this.#round?.found.get(key);
    if (known !== undefined) return known;
    return this.#round === undefined ? this.#settled(key, find) : this.#inRound(this.#round, key, find);
  }

  /** A value in progress is what the round before found of it. */
  #inRound(round: Round, key: Node | Binding, find: () => Trace): Trace {
    if (round.open.has(key)) {
      round.circular.add(key);
      return round.assumed.get(key) ?? ABSENT;
    }
    round.open.add(key);
    const trace = find();
    round.open.delete(key);
    round.found.set(key, trace);
    return trace;
  }

  /** Repeated until nothing that depends on itself becomes clearer; then all that was found on the way holds. */
  #settled(key: Node | Binding, find: () => Trace): Trace {
    let assumed: ReadonlyMap<Node | Binding, Trace> = new Map();
    for (let count = 0; count < ROUNDS; count += 1) {
      const round: Round = { assumed, open: new Set(), circular: new Set(), found: new Map() };
      this.#round = round;
      const trace = this.#inRound(round, key, find);
      this.#round = undefined;
      const found = new Map([...round.circular].map((each) => [each, round.found.get(each) ?? UNKNOWN]));
      if ([...found].every(([each, now]) => isSameTrace(now, round.assumed.get(each) ?? ABSENT))) {
        for (const [each, now] of round.found) this.#known.set(each, now);
        return trace;
      }
      assumed = found;
    }
    this.#known.set(key, UNKNOWN);
    return UNKNOWN;
  }
}
