import { fail, invalid, notFound } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import { isObject, type JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { checkHistory, readPassword, withPassword } from './password.js';
import { readRecovery } from './recovery.js';
import type { Credentials, Password, User } from './user.js';
import { profileFrom } from './user-profile.js';
import { putUser } from './user-store.js';

/** How a change is meant. */
export interface Change {
  /** `merge` keeps what was not sent; `replace` deletes attributes that were not sent. */
  readonly mode: 'merge' | 'replace';
  /** Whether a password must differ from the ones before. */
  readonly strict: boolean;
}

/**
 * Changes profile, credentials or type of a user; never the status.
 *
 * @param org - where the user is stored
 * @param user - as stored
 * @param request - the JSON that was sent, and how it is meant
 * @returns the changed user, stored; `profile` and `credentials` are the same objects if they were not changed
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/#tag/User/operation/updateUser
 */
export function changeUser(org: Org, user: User, request: Change & { readonly body: JsonObject }): User {
  if (user.status === 'DEPROVISIONED') throw fail('E0000038');
  const typeId = typeIdFor(org, user, request);
  const profile = changedProfile(org, { ...user, type: { id: typeId } }, request);
  const credentials = changedCredentials({ ...user, profile }, request);
  const passwordChanged = credentials.password === user.credentials.password ? user.passwordChanged : nowIn(org);
  const changed = { ...user, type: { id: typeId }, profile, credentials, passwordChanged, lastUpdated: nowIn(org) };
  putUser(org, changed);
  return changed;
}

function typeIdFor(org: Org, user: User, { body, mode }: Change & { readonly body: JsonObject }): string {
  const sent = isObject(body['type']) ? textIn(body['type'], 'id') : undefined;
  if (sent === undefined || sent === user.type.id) return user.type.id;
  if (mode === 'merge') throw invalid('type', 'The user type can only be changed by replacing the user');
  if (org.userTypes.get(sent) === undefined) throw notFound(sent, 'CVDType');
  return sent;
}

function changedProfile(org: Org, user: User, { body, mode }: Change & { readonly body: JsonObject }) {
  const sent = objectIn(body, 'profile');
  if (mode === 'merge' && sent === undefined) return user.profile;
  const source = { typeId: user.type.id, nameless: user.credentials.provider.type !== 'OKTA' };
  return profileFrom(org, mode === 'merge' ? { ...user.profile, ...sent } : { ...sent }, source);
}

function changedCredentials(user: User, { body, strict }: Change & { readonly body: JsonObject }): Credentials {
  const sent = objectIn(body, 'credentials');
  if (sent === undefined) return user.credentials;
  const recovery = readRecovery(sent, user.credentials.recovery) ?? user.credentials.recovery;
  const kept = { ...user.credentials, ...(recovery && { recovery }) };
  const password = readPassword(sent, user.profile.login);
  if (password === undefined) return kept;
  checkNewPassword(user, password, strict);
  return withPassword(kept, password);
}

function checkNewPassword({ status, credentials }: User, password: Password, strict: boolean): void {
  if (password.kind === 'imported' && status !== 'STAGED') throw fail('E0000038');
  if (strict) checkHistory(credentials, password);
}
