import { onTestFinished } from 'vitest';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../src/emulator.js';
import { OktaAPI, type OktaAPIOptions, type Result } from '../../../src/oktajs.js';

/** An org and the functions of oktajs over it. */
export interface Legacy {
  readonly emulator: Emulator;
  readonly okta: OktaAPI;
}

/**
 * @param options - of the emulator
 * @param settings - of the functions
 * @returns an org of its own
 */
export function legacy(options: EmulatorOptions = {}, settings: OktaAPIOptions = {}): Legacy {
  const emulator = createEmulator(options);
  onTestFinished(() => emulator.close());
  const okta = new OktaAPI(emulator.token, 'acme', false, { fetch: emulator.fetch, ...settings });
  return { emulator, okta };
}

/** Names of people, in the order in which they are created. */
export const PEOPLE = ['ada', 'bea', 'cai', 'dov', 'eva'];

/** @returns ids of new active users with a password and a recovery question */
export async function addPeople(okta: OktaAPI, names: readonly string[] = PEOPLE): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const profile = OktaAPI.Helpers.constructProfile(name, 'Tester', `${name}@example.com`);
    const credentials = OktaAPI.Helpers.constructCredentials('Sup3rPass!1', 'Favorite book?', 'Deep Six');
    const result = await okta.users.add<{ id: string }>(profile, credentials, true);
    ids.push(value(result).id);
  }
  return ids;
}

/** @returns what a successful result holds */
export function value<T>(result: Result<T>): T {
  if (!result.success || result.resp === undefined) throw new Error(JSON.stringify(result));
  return result.resp;
}
