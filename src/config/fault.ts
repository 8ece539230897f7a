import type { ConfigFault } from '../errors/config-error.js';

/** A value with the place it came from, e.g. `argument` or `OKTA_CLIENT_TOKEN`. */
export interface Sourced<T = unknown> {
  readonly value: T;
  readonly source: string;
}

/** One way in which a value can be wrong: a test, and the end of the sentence that says so. */
export interface Rule<T> {
  readonly broken: (value: T) => boolean;
  /** What is wrong and what to do. Never contains the value of a secret. */
  readonly reason: string;
}

/**
 * The first rule that a value breaks.
 *
 * @param setting - name of the setting
 * @param sourced - value and source
 * @param rules - in the order in which they are to be told
 * @returns the fault, or `undefined`
 */
export function checkRules<T>(
  setting: string,
  sourced: Sourced<T>,
  rules: readonly Rule<T>[],
): ConfigFault | undefined {
  const rule = rules.find(({ broken }) => broken(sourced.value));
  return rule && { setting, source: sourced.source, reason: rule.reason };
}
