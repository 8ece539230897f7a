import type { Node } from '../syntax/nodes.js';

/** What is known of a value without running the program. */
export type Trace =
  /** The package itself. */
  | { readonly kind: 'sdk' }
  /** `Client` of the package. */
  | { readonly kind: 'client-class' }
  | { readonly kind: 'client' }
  /** A member of the client such as `userApi`. */
  | { readonly kind: 'api'; readonly member: string }
  | ValueTrace
  | ListTrace
  | { readonly kind: 'promise'; readonly of: Trace }
  | { readonly kind: 'tuple'; readonly items: readonly Trace[] }
  | { readonly kind: 'function'; readonly returns: Trace }
  /** A file of the program. */
  | { readonly kind: 'module'; readonly path: string }
  /** Surely nothing of the above. */
  | { readonly kind: 'data' }
  /** `undefined` or `null`. */
  | { readonly kind: 'nothing' }
  /** Anything; `models` are those of values that it may be among others. */
  | { readonly kind: 'unknown'; readonly models?: readonly string[] };

/** Something that the service returned. */
export interface ValueTrace {
  readonly kind: 'value';
  readonly model: string;
  /** Calls that it may come from; empty if only its type is known. */
  readonly origins: ReadonlySet<Node>;
}

/** A list of such. */
export interface ListTrace {
  readonly kind: 'list';
  readonly model: string;
  readonly origins: ReadonlySet<Node>;
}

export const UNKNOWN: Trace = { kind: 'unknown' };
export const DATA: Trace = { kind: 'data' };
export const ABSENT: Trace = { kind: 'nothing' };

/**
 * What is known of a value that is one of several.
 *
 * @param traces - of each possibility
 * @returns what holds of all of them; absence does not count
 */
export function join(traces: readonly Trace[]): Trace {
  const [first = ABSENT, ...rest] = traces.filter(({ kind }) => kind !== 'nothing');
  return rest.reduce(joinTwo, first);
}

function joinTwo(a: Trace, b: Trace): Trace {
  if ((a.kind === 'value' || a.kind === 'list') && a.kind === b.kind && a.model === b.model) {
    return { ...a, origins: new Set([...a.origins, ...b.origins]) };
  }
  if (a.kind === 'promise' && b.kind === 'promise') return { kind: 'promise', of: join([a.of, b.of]) };
  if (a.kind === 'api' && b.kind === 'api') return a.member === b.member ? a : UNKNOWN;
  if (a.kind === 'function' && b.kind === 'function')
    return { kind: 'function', returns: join([a.returns, b.returns]) };
  const isPlain = a.kind === 'client' || a.kind === 'data' || a.kind === 'sdk' || a.kind === 'client-class';
  return isPlain && a.kind === b.kind ? a : mixed(a, b);
}

/** What is a value in one case and something else in another may still be used as a value. */
function mixed(...traces: readonly Trace[]): Trace {
  const models = [...new Set(traces.flatMap(modelsOf))];
  return models.length === 0 ? UNKNOWN : { kind: 'unknown', models };
}

/**
 * The models that a value may be of, wherever it is inside.
 *
 * @param trace - of the value
 * @returns names of models
 */
export function modelsOf(trace: Trace): readonly string[] {
  if (trace.kind === 'value' || trace.kind === 'list') return [trace.model];
  if (trace.kind === 'promise') return modelsOf(trace.of);
  if (trace.kind === 'tuple') return trace.items.flatMap(modelsOf);
  return trace.kind === 'unknown' ? (trace.models ?? []) : [];
}

/**
 * @param a - one
 * @param b - another
 * @returns whether both say the same
 */
export function isSameTrace(a: Trace, b: Trace): boolean {
  const sayings = [a, b].map((trace) => [trace.kind, originsOf(trace).length, ...modelsOf(trace)].join());
  return sayings[0] === sayings[1];
}

/**
 * What `await` gives.
 *
 * @param trace - of its operand
 * @returns what a promise is fulfilled with; anything else is itself
 */
export function awaited(trace: Trace): Trace {
  return trace.kind === 'promise' ? awaited(trace.of) : trace;
}

/**
 * The calls that a value comes from, wherever it is inside.
 *
 * @param trace - of the value
 * @returns calls of the client or of a value
 */
export function originsOf(trace: Trace): readonly Node[] {
  if (trace.kind === 'value' || trace.kind === 'list') return [...trace.origins];
  if (trace.kind === 'promise') return originsOf(trace.of);
  return trace.kind === 'tuple' ? trace.items.flatMap(originsOf) : [];
}

/**
 * @param of - what a promise is fulfilled with
 * @returns the promise
 */
export function promiseOf(of: Trace): Trace {
  return { kind: 'promise', of };
}

/**
 * @param trace - of what is gone through item by item
 * @returns what is known of its items
 */
export function itemOf(trace: Trace): Trace {
  return trace.kind === 'list' ? { kind: 'value', model: trace.model, origins: trace.origins } : UNKNOWN;
}
