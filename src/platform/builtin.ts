/** Modules of Node that are used if they are there, by name. */
interface Builtins {
  'node:diagnostics_channel': typeof import('node:diagnostics_channel');
  'node:fs': typeof import('node:fs');
  'node:module': typeof import('node:module');
  'node:os': typeof import('node:os');
  'node:path': typeof import('node:path');
}

/**
 * Gets a module of Node's without importing it, so that the same code runs in browsers and workers, where there is
 * none.
 *
 * @param name - e.g. `node:fs`
 * @returns the module, or `undefined`
 * @see https://nodejs.org/api/process.html#processgetbuiltinmoduleid
 */
export function builtin<N extends keyof Builtins>(name: N): Builtins[N] | undefined {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') return undefined;
  return process.getBuiltinModule(name) as Builtins[N] | undefined;
}
