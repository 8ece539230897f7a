import type { Schema } from '../spec/openapi.js';
import type { Scalar, Type } from './model.js';

/**
 * The scalar type of a schema without structure.
 *
 * @param schema - no object, array, choice or enum
 * @returns `unknown` if the schema says nothing
 */
export function scalarOf({ type, format }: Schema): Scalar {
  if (type === 'string' || (type === undefined && format !== undefined)) return stringScalar(format);
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'boolean' ? 'boolean' : 'unknown';
}

function stringScalar(format: string | undefined): Scalar {
  if (format === 'date-time') return 'date';
  return format === 'binary' ? 'file' : 'string';
}

/**
 * The type of an enum. Texts are open, because the service adds values at any time.
 *
 * @param values - as the description lists them; `null` only says that the member is nullable
 * @returns the type
 */
export function enumType(values: readonly unknown[]): Type {
  const known = values.filter((value) => typeof value === 'string' || typeof value === 'number');
  if (known.length === 0)
    return { kind: 'scalar', scalar: values.every((value) => typeof value === 'boolean') ? 'boolean' : 'unknown' };
  return { kind: 'enum', values: known, open: known.every((value) => typeof value === 'string') };
}
