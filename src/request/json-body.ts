import type { Fail } from './encode.js';

/**
 * Writes a JSON body, refusing values that JSON would silently turn into something else: `NaN` into `null`, a `Map`
 * into `{}`. In a PUT such a loss would clear a setting.
 *
 * @param value - the value to send
 * @param fail - makes the error; it names the member, never its value
 * @returns the JSON text
 * @see RFC 8259
 */
export function encodeJson(value: unknown, fail: Fail): string {
  const text = stringify(value, fail);
  if (text === undefined) throw fail(`must be a JSON value, not ${typeof value}`);
  const fault = findLoss(value, '');
  if (fault !== undefined) throw fail(fault);
  return text;
}

function stringify(value: unknown, fail: Fail): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw Object.assign(fail('cannot be written as JSON (a cycle or a bigint)'), { cause });
  }
}

function findLoss(value: unknown, path: string): string | undefined {
  const lost = lossOf(value);
  if (lost !== undefined) return `${path === '' ? 'is' : `has at \`${path}\``} ${lost}, which JSON cannot carry`;
  if (typeof value !== 'object' || value === null || hasToJson(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const fault = findLoss(inner, path === '' ? key : `${path}.${key}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function lossOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : undefined;
  if (value instanceof Map || value instanceof Set) return `a ${value.constructor.name}`;
  return undefined;
}

function hasToJson(value: object): boolean {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
