import { isObject, type Json, type JsonObject, objectsAt, textAt } from './json.js';
import type { Operation } from './list-operations.js';

/** Resolves a reference of a description. */
export type LookUp = (target: string) => Json | undefined;

/** A parameter of an operation: the reference followed, and where it is sent. */
export interface Parameter {
  name: string;
  in: string;
  /** The shared parameter that it is, if it is one. */
  reference: string | undefined;
  body: JsonObject;
}

/** All parameters of an operation: its own ones, then those of its path that it does not replace. */
export function listParameters(operation: Operation, lookUp: LookUp): Parameter[] {
  const own = parametersOf(operation.body, lookUp);
  const replaced = new Set(own.map(parameterKey));
  const shared = parametersOf(operation.item, lookUp).filter((parameter) => !replaced.has(parameterKey(parameter)));
  return [...shared, ...own];
}

/** The parameters that stand at a path or at an operation. */
export const parametersOf = (owner: JsonObject, lookUp: LookUp): Parameter[] =>
  objectsAt(owner, 'parameters').map((entry) => {
    const body = follow(entry, lookUp);
    const [name = '', place = ''] = [textAt(body, 'name'), textAt(body, 'in')];
    return { name, in: place, reference: textAt(entry, '$ref'), body };
  });

/** What tells one parameter of an operation from another. */
export const parameterKey = (parameter: Parameter): string => `${parameter.in} ${parameter.name}`;

/** The names of the placeholders in a path, in their order. */
export const placeholders = (path: string): string[] =>
  [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');

/** Follows references from component to component; gives up on a circle. */
export function follow(object: JsonObject, lookUp: LookUp, steps = 0): JsonObject {
  const target = textAt(object, '$ref');
  const next = target === undefined || steps > 20 ? undefined : lookUp(target);
  return isObject(next) ? follow(next, lookUp, steps + 1) : object;
}
