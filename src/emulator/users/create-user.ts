import { fail, invalid, notFound } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import { isObject, type JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { realmById } from '../realms/realm-store.js';
import { readPassword } from './password.js';
import { readRecovery } from './recovery.js';
import type { Credentials, Password, Provider, User, UserStatus } from './user.js';
import { profileFrom } from './user-profile.js';
import { putUser } from './user-store.js';

/** What the query of a creation asks for. */
export interface Creation {
  readonly activate: boolean;
  /** Whether `credentials.provider` says who checks the password. */
  readonly provider: boolean;
  /** Whether the password is to be changed at the first sign-in. */
  readonly expire: boolean;
  /** Made up unless given. */
  readonly id?: string | undefined;
}

/** Providers outside of Okta, for whose users Okta keeps no password. */
const OUTSIDE = new Set(['FEDERATION', 'SOCIAL']);
const OKTA: Provider = { type: 'OKTA', name: 'OKTA' };
const IMPORT: Provider = { type: 'IMPORT', name: 'IMPORT' };

/**
 * Creates and stores a user.
 *
 * @param org - where to
 * @param body - the JSON that was sent
 * @param creation - what the query asks for
 * @returns the user
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/#tag/User/operation/createUser
 */
export function createUser(org: Org, body: JsonObject, creation: Creation): User {
  const sent = objectIn(body, 'credentials') ?? {};
  const outside = creation.provider ? outsideProvider(sent) : undefined;
  const typeId = typeIdOf(org, body);
  const profile = profileFrom(org, objectIn(body, 'profile') ?? {}, { typeId, nameless: outside !== undefined });
  const credentials = credentialsOf(sent, profile.login, outside);
  const status = statusOf(credentials, creation);
  const realmId = textIn(body, 'realmId');
  if (realmId !== undefined) realmById(org, realmId);
  const user: User = {
    id: creation.id ?? org.ids.next('00u'),
    status,
    ...timesOf(org, status, credentials.password),
    ...(realmId === undefined ? {} : { realmId }),
    type: { id: typeId },
    profile,
    credentials,
  };
  putUser(org, user);
  return user;
}

function outsideProvider(sent: JsonObject): Provider | undefined {
  const provider = objectIn(sent, 'provider') ?? {};
  const type = textIn(provider, 'type');
  if (type === undefined || !OUTSIDE.has(type)) return undefined;
  return { type, name: textIn(provider, 'name') ?? type };
}

function typeIdOf(org: Org, body: JsonObject): string {
  const { type } = body;
  const id = isObject(type) ? textIn(type, 'id') : undefined;
  if (id === undefined || id === 'default') return org.facts.userTypeId;
  if (org.userTypes.get(id) === undefined) throw notFound(id, 'CVDType');
  return id;
}

function credentialsOf(sent: JsonObject, login: string, outside: Provider | undefined): Credentials {
  if (outside) return outsideCredentials(sent, outside);
  const password = readPassword(sent, login);
  const recovery = readRecovery(sent);
  const provider = password?.kind === 'imported' ? IMPORT : OKTA;
  return { provider, history: [], ...(password && { password }), ...(recovery && { recovery }) };
}

function outsideCredentials(sent: JsonObject, provider: Provider): Credentials {
  for (const member of ['password', 'recovery_question']) {
    if (objectIn(sent, member)) throw invalid(member, `The field must not be set for provider ${provider.type}`);
  }
  return { history: [], provider };
}

function statusOf({ password, provider }: Credentials, { activate, expire }: Creation): UserStatus {
  if (expire && !activate) throw fail('E0000125');
  if (expire && password === undefined) throw fail('E0000124');
  if (!activate) return 'STAGED';
  if (expire) return 'PASSWORD_EXPIRED';
  return password || OUTSIDE.has(provider.type) ? 'ACTIVE' : 'PROVISIONED';
}

function timesOf(org: Org, status: UserStatus, password: Password | undefined) {
  const now = nowIn(org);
  const activated = status === 'STAGED' ? null : now;
  const passwordChanged = password ? now : null;
  return { created: now, activated, statusChanged: activated, lastLogin: null, lastUpdated: now, passwordChanged };
}
