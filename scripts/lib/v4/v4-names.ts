import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { Names } from '../names/names-file.js';
import type { V4Facts, V4Operation } from './v4-facts.js';

/** Content of `spec/v4-names.yaml`. */
export interface V4Names {
  /** Decisions where verb and path do not tell, by method of version 4. */
  readonly operations: Readonly<Record<string, V4Decision>>;
  /** Methods that version 4 had no more, with their successors in it. */
  readonly removed: Readonly<Record<string, string>>;
  /** The same for methods of values, by model. */
  readonly removedFromValues: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Models whose values get the methods of another. */
  readonly lent: Readonly<Record<string, string>>;
}

/** What became of a method. */
export type V4Decision =
  | { readonly api: string; readonly method: string; readonly note?: string }
  | { readonly retired: string };

/** The method of today that does what a method of version 4 did. */
export interface Successor {
  readonly api: string;
  readonly method: string;
  /** Request members for the arguments of the path, in their order. */
  readonly params: readonly string[];
  /** Request member for the body or the file, if there is one. */
  readonly body?: string;
  readonly note?: string;
}

/** Where every method of version 4 went. */
export interface Successors {
  readonly known: ReadonlyMap<string, Successor>;
  /** Reasons by method. */
  readonly retired: ReadonlyMap<string, string>;
  /** Methods that nobody has decided about. */
  readonly undecided: readonly string[];
}

/**
 * Reads the decisions.
 *
 * @param file - path of `spec/v4-names.yaml`
 * @returns its content
 */
export function readV4Names(file: string): V4Names {
  return load(readFileSync(file, 'utf8')) as V4Names;
}

/**
 * Finds the successor of every method: the decided one, else the operation of the same verb and path.
 *
 * @param facts - methods of version 4
 * @param decided - what verb and path do not tell
 * @param names - of today
 * @returns successors, reasons, and what is left to decide
 */
export function findSuccessors(facts: V4Facts, decided: V4Names, names: Names): Successors {
  const today = new Map(Object.entries(names.operations).map(([method, { call }]) => [signature(call), method]));
  const known = new Map<string, Successor>();
  const retired = new Map<string, string>();
  const undecided: string[] = [];
  for (const [name, operation] of Object.entries(facts.operations)) {
    const decision = decided.operations[name];
    if (decision !== undefined && 'retired' in decision) {
      retired.set(name, decision.retired);
      continue;
    }
    const method = decision?.method ?? today.get(signature(`${operation.verb} ${operation.path}`));
    const successor = method === undefined ? undefined : successorOf({ method, operation, names });
    if (successor === undefined) undecided.push(name);
    else known.set(name, { ...successor, ...(decision?.note === undefined ? {} : { note: decision.note }) });
  }
  return { known, retired, undecided };
}

function successorOf({ method, operation, names }: { method: string; operation: V4Operation; names: Names }) {
  const today = names.operations[method];
  const [api] = [today?.api ?? []].flat();
  if (today === undefined || api === undefined) return undefined;
  const placeholders = placeholdersOf(today.call);
  const params = placeholdersOf(operation.path).map((_, index) => placeholders[index] ?? '');
  const body = operation.file ?? (operation.body === undefined ? undefined : today.body);
  return { api, method, params, ...(body === undefined ? {} : { body }) };
}

function placeholdersOf(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
}

/** Names of placeholders do not distinguish operations. */
function signature(call: string): string {
  return call.replace(/\{[^}]*\}/g, '{}');
}
