import { createHash } from 'node:crypto';
import { fail, invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import { isObject, type JsonObject } from '../org/json.js';
import { isHashOf } from './imported-hash.js';
import { checkHash } from './password-hash.js';
import type { Credentials, Password } from './user.js';

const LONGEST = 72;
/** Shorter parts of the login may occur in the password. */
const SHORTEST_LOGIN_PART = 4;
/** How many earlier passwords are remembered. */
const HISTORY = 4;

interface Rule {
  readonly text: string;
  readonly isMet: (value: string, login: string) => boolean;
}

/** The default password policy. */
const policy: readonly Rule[] = [
  { text: 'at least 8 characters', isMet: ({ length }) => length >= 8 && length <= LONGEST },
  { text: 'a lowercase letter', isMet: (value) => /\p{Ll}/u.test(value) },
  { text: 'an uppercase letter', isMet: (value) => /\p{Lu}/u.test(value) },
  { text: 'a number', isMet: (value) => /\d/.test(value) },
  { text: 'no parts of your username', isMet: (value, login) => !partsOf(login).some(isIn(value)) },
];

function partsOf(login: string): string[] {
  return login.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length >= SHORTEST_LOGIN_PART);
}

function isIn(value: string): (part: string) => boolean {
  return (part) => value.toLowerCase().includes(part.toLowerCase());
}

/** Cause of a password that the default policy refuses. */
export const WEAK_PASSWORD = `Password requirements were not met. Password requirements: ${policy.map(({ text }) => text).join(', ')}.`;

/**
 * Asks the default password policy.
 *
 * @param value - the password
 * @param login - of its owner
 * @returns whether it may be used
 */
export function isStrong(value: string, login: string): boolean {
  return policy.every(({ isMet }) => isMet(value, login));
}

/**
 * Reads the password out of credentials that were sent.
 *
 * @param credentials - the `credentials` object
 * @param login - of the owner
 * @returns the password; `undefined` if none was sent, or an empty object as it is read back
 * @throws Fault `E0000001` if the policy refuses it, or a hash lacks something
 */
export function readPassword(credentials: JsonObject, login: string): Password | undefined {
  const sent = objectIn(credentials, 'password');
  if (sent === undefined) return undefined;
  if (isObject(sent['hash'])) {
    checkHash(sent['hash']);
    return { kind: 'imported', hash: sent['hash'] };
  }
  if (isObject(sent['hook'])) return hookPassword(sent['hook']);
  const value = textIn(sent, 'value');
  if (value === undefined) return undefined;
  if (!isStrong(value, login)) throw invalid('password', WEAK_PASSWORD);
  return ownPassword(value);
}

function hookPassword(hook: JsonObject): Password {
  if (hook['type'] !== 'default') throw invalid('password.hook.type', "The field must be 'default'");
  return { kind: 'imported' };
}

/**
 * @param value - a password in clear
 * @returns what is kept of it
 */
export function ownPassword(value: string): Password {
  return { kind: 'own', digest: digestOf(value) };
}

/**
 * @param credentials - of a user
 * @param value - what somebody says the password is
 * @returns whether it is
 */
export function isPassword({ password }: Credentials, value: string): boolean {
  if (password?.kind === 'own') return password.digest === digestOf(value);
  return password?.hash !== undefined && isHashOf(password.hash, value);
}

/**
 * Replaces a password and remembers the one before.
 *
 * @param credentials - of a user
 * @param password - the new one
 * @returns the new credentials
 */
export function withPassword(credentials: Credentials, password: Password): Credentials {
  const former = credentials.password?.kind === 'own' ? [credentials.password.digest] : [];
  return { ...credentials, password, history: [...former, ...credentials.history].slice(0, HISTORY) };
}

/**
 * Refuses a password that was used lately.
 *
 * @param credentials - of a user
 * @param password - the new one
 * @throws Fault `E0000014`
 */
export function checkHistory({ password: current, history }: Credentials, password: Password): void {
  if (password.kind !== 'own') return;
  const used = current?.kind === 'own' ? [current.digest, ...history] : history;
  if (used.includes(password.digest)) throw fail('E0000014', '', ['Password has been used too recently']);
}

function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}
