import type { ErrorCode } from '../answers/error-codes.js';
import { fail } from '../answers/fault.js';
import type { Call } from '../call.js';
import { compile, type Predicate } from './compile.js';
import type { Dialect } from './dialect.js';
import { FilterError } from './syntax.js';

/** Which parameter holds a filter, and what it may say. */
export interface FilterParameter<T> {
  readonly name: 'filter' | 'search';
  readonly dialect: Dialect<T>;
  /** Error for one that cannot be used. */
  readonly otherwise?: ErrorCode;
}

/**
 * Reads a filter out of the query of a list.
 *
 * @param call - the request
 * @param parameter - which parameter, in which dialect
 * @returns the predicate, `undefined` if the parameter was not sent or is empty
 * @throws Fault `E0000031` unless said otherwise, with reason and position as its cause
 */
export function readFilter<T>({ query }: Call, parameter: FilterParameter<T>): Predicate<T> | undefined {
  const { name, dialect, otherwise = 'E0000031' } = parameter;
  const source = query.get(name);
  if (source === null || source.trim() === '') return undefined;
  try {
    return compile(source, dialect);
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    throw fail(otherwise, '', [`Invalid ${name} at position ${error.at}: ${error.message}`]);
  }
}
