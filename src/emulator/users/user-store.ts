import { invalid, notFound, TAKEN } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { Org } from '../org/org.js';
import { cut } from '../paging/cut.js';
import { claimUniqueValues, releaseUniqueValues } from '../schema/unique-values.js';
import { USER, type User } from './user.js';

const ASCII_ONLY = /^[\0-\x7f]*$/;

/**
 * What two logins share that count as the same: neither case nor accents make a difference.
 *
 * @param login - as written
 * @returns its folded form
 */
export function foldLogin(login: string): string {
  const bare = ASCII_ONLY.test(login) ? login : login.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.toLowerCase();
}

/**
 * Stores a new or changed user.
 *
 * @param org - where to
 * @param user - replaces the one with the same id
 * @throws Fault `E0000001` if another user has the login
 */
export function putUser(org: Org, user: User): void {
  const login = foldLogin(user.profile.login);
  const holder = org.logins.get(login);
  if (holder !== undefined && holder !== user.id) throw invalid('login', TAKEN);
  const before = org.users.get(user.id);
  claimUniqueValues(org, user, before);
  if (before && foldLogin(before.profile.login) !== login) dropLogin(org, before);
  if (holder === undefined) addLogin(org, user.id, login);
  org.users.set(user.id, user);
}

/**
 * Forgets a user and the login.
 *
 * @param org - where from
 * @param user - who goes
 */
export function dropUser(org: Org, user: User): void {
  dropLogin(org, user);
  releaseUniqueValues(org, user);
  org.users.delete(user.id);
}

function addLogin(org: Org, id: string, login: string): void {
  org.logins.set(login, id);
  org.shortLogins.set(shortOf(login), id, true);
}

function dropLogin(org: Org, user: User): void {
  const login = foldLogin(user.profile.login);
  org.logins.delete(login);
  org.shortLogins.delete(shortOf(login), user.id);
}

function shortOf(login: string): string {
  return login.slice(0, login.includes('@') ? login.indexOf('@') : undefined);
}

/**
 * Finds the user that a request names by id, login, an unambiguous login without its domain, or `me`.
 *
 * @param call - the request
 * @param member - placeholder of the path that names the user
 * @returns the user
 * @throws Fault `E0000007` if there is none
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/#tag/User/operation/getUser
 */
export function findUser(call: Call, member = 'userId'): User {
  const name = pathMember(call, member);
  const user = name === 'me' ? call.caller.user : userNamed(call.org, name);
  if (user === undefined) throw notFound(name, USER);
  return user;
}

/**
 * @param org - where to look
 * @param name - id, login, or an unambiguous login without its domain
 * @returns the user, `undefined` if there is none
 */
export function userNamed(org: Org, name: string): User | undefined {
  const user = org.users.get(name);
  // A slash in a login cannot stand in a path.
  if (user !== undefined || name.includes('/')) return user;
  const id = org.logins.get(foldLogin(name)) ?? onlyUserCalled(org, foldLogin(name));
  return id === undefined ? undefined : org.users.get(id);
}

function onlyUserCalled(org: Org, short: string): string | undefined {
  const { items, more } = cut(org.shortLogins.rights(short), 1);
  return more ? undefined : items[0];
}
