import type { Sourced } from './fault.js';

/** Environment variables by setting, the first name that is set wins. */
const NAMES = {
  orgUrl: ['OKTA_CLIENT_ORGURL', 'OKTA_CLIENT_ORG_URL'],
  token: ['OKTA_CLIENT_TOKEN'],
} as const;

/** A setting that may come from the environment. */
export type EnvironmentSetting = keyof typeof NAMES;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a setting from the environment. An empty variable counts as not set.
 *
 * @param setting - name of the setting
 * @param environment - variables; those of the process unless given, none where there is no process
 * @returns value and variable name, or `undefined`
 */
export function fromEnvironment(
  setting: EnvironmentSetting,
  environment = processEnvironment(),
): Sourced<string> | undefined {
  const source = NAMES[setting].find((name) => environment[name]);
  return source && { value: environment[source] ?? '', source };
}

/**
 * The variables that a setting may come from, for messages.
 *
 * @param setting - name of the setting
 * @returns the names, preferred first
 */
export function environmentNames(setting: EnvironmentSetting): readonly string[] {
  return NAMES[setting];
}

function processEnvironment(): Environment {
  return typeof process === 'undefined' ? {} : (process.env ?? {});
}
