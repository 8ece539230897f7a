import { onTestFinished } from 'vitest';
import { readNames } from '../../../scripts/lib/names/names-file.js';
import { readV4, type V4Sources } from '../../../scripts/lib/v4/v4-sources.js';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../src/emulator.js';
import { Client, type ConfigurationOptions } from '../../../src/sdk.js';

/** A flat method, or a method of a value, called by its name. */
export type Method = (...args: readonly unknown[]) => Promise<unknown> & AsyncIterable<unknown>;

/** What versions 4 to 6 had, from the facts rather than from what was generated from them. */
export const older: V4Sources = readV4('spec', readNames('spec/names.yaml'));

/** An org and a client of it. */
export interface Org {
  readonly emulator: Emulator;
  readonly client: Client;
}

/**
 * @param options - of the emulator
 * @param settings - of the client
 * @returns an org that ends with the test
 */
export function org(options: EmulatorOptions = {}, settings: ConfigurationOptions = {}): Org {
  const emulator = createEmulator(options);
  onTestFinished(() => emulator.close());
  return { emulator, client: clientOf(emulator, settings) };
}

/**
 * @param emulator - the org
 * @param settings - of the client
 * @returns a client of it, in process
 */
export function clientOf({ url, token, fetch }: Emulator, settings: ConfigurationOptions = {}): Client {
  return new Client({ orgUrl: url, token, environment: {}, fetch, ...settings });
}

/**
 * @param owner - a client or a value
 * @param name - of a method
 * @returns the method, bound
 */
export function methodOf(owner: object, name: string): Method {
  const method = (owner as Readonly<Record<string, unknown>>)[name];
  if (typeof method !== 'function') throw new Error(`There is no method ${name}`);
  return (...args) => method.apply(owner, args);
}

/** A person as the document writes one. */
export function person(login: string) {
  return {
    profile: { firstName: 'Foo', lastName: 'Bar', email: login, login },
    credentials: { password: { value: 'PasswordAbc123' } },
  };
}

/**
 * Signs a person of {@link person} in.
 *
 * @param emulator - the org
 * @param username - login
 * @returns a session token
 */
export async function signIn({ url, fetch }: Emulator, username: string): Promise<string> {
  const body = JSON.stringify({ username, password: 'PasswordAbc123' });
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${url}/api/v1/authn`, { method: 'POST', headers, body });
  const { sessionToken } = (await response.json()) as { sessionToken: string };
  return sessionToken;
}
