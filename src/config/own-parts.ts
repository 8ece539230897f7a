import type { ConfigFault } from '../errors/config-error.js';
import { ARGUMENT } from './credential.js';
import type { ConfigurationOptions } from './options.js';

/** Methods of the objects that users may bring. */
const METHODS = {
  cacheManager: ['add', 'get', 'contains', 'delete'],
  cacheStore: ['get', 'set', 'delete'],
  httpClient: ['sendRequest'],
  requestExecutor: ['fetch'],
} as const;

type Part = keyof typeof METHODS;

/**
 * @param options - of the user
 * @returns a fault for each object that lacks a method, which would fail no sooner than in a call
 */
export function faultsInParts(options: ConfigurationOptions): ConfigFault[] {
  return (Object.keys(METHODS) as Part[]).flatMap((part) => {
    const given: unknown = options[part];
    if (given === undefined || given === null) return [];
    const lacking = METHODS[part].filter((method) => !hasMethod(given, method));
    return lacking.length === 0 ? [] : [{ setting: part, source: ARGUMENT, reason: reasonFor(given, lacking) }];
  });
}

function hasMethod(part: unknown, method: string): boolean {
  return typeof (part as Record<string, unknown>)[method] === 'function';
}

/** Python's SDK takes classes of some parts. */
function reasonFor(part: unknown, lacking: readonly string[]): string {
  const methods = lacking.map((method) => `\`${method}\``).join(', ');
  const advice = typeof part === 'function' ? '; pass an object, not its class' : '';
  return `must have ${lacking.length === 1 ? 'the method' : 'the methods'} ${methods}${advice}`;
}
