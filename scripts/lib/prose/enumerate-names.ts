import type { Operation } from '../operations/operation.js';
import { codes, enumerate } from './english.js';

/** Characters that an enumeration may take on a line. */
export const ROOM = 70;

/**
 * As many names as fit on a line with the rest of the sentence.
 *
 * @param names - at least one
 * @param conjunction - before the last one
 * @returns the names as code
 */
export function enumerateNames(names: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const all = codes([...new Set(names)]);
  const fitting = all.filter((_, index) => index === 0 || all.slice(0, index + 1).join(', ').length <= ROOM);
  return fitting.length === all.length ? enumerate(all, conjunction) : `${fitting.join(', ')} and others`;
}

/**
 * Methods with their class; further ones of the same class without it.
 *
 * @param operations - at least one
 * @returns the names as code
 */
export function enumerateMethods(operations: readonly Operation[]): string {
  const [first] = operations;
  const names = operations.map((operation) => {
    const [api] = operation.apis;
    const isFurther = api === first?.apis[0] && operation.method !== first?.method;
    return isFurther ? operation.method : `${api}.${operation.method}`;
  });
  return enumerateNames(names);
}
