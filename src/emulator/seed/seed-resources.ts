import { OktaError } from '../../errors/okta-error.js';
import { Fault } from '../answers/fault.js';
import { grantByGroup, newAppUser } from '../apps/access.js';
import { appUserName } from '../apps/app-user-name.js';
import { buildApp } from '../apps/build-app.js';
import { placeGroup } from '../apps/group-priorities.js';
import { addGroup, groupProfileFrom } from '../groups/group-store.js';
import { joinGroup } from '../groups/membership.js';
import { addAppMappings } from '../mappings/add-mappings.js';
import { nowIn, type Org } from '../org/org.js';
import { resolved } from '../org/resolved.js';
import { silently } from '../transaction.js';
import { deactivate } from '../users/activation.js';
import { createUser } from '../users/create-user.js';
import { moveUser } from '../users/transitions.js';
import type { User } from '../users/user.js';
import { userNamed } from '../users/user-store.js';
import type { Seed, SeedApp, SeedGroup, SeedUser } from './seed.js';
import { seedAuthorizationServer } from './seed-authorization-server.js';
import { seedClient } from './seed-oauth.js';
import { addSeedDevice } from './seed-security.js';

/**
 * Adds what a seed lists.
 *
 * @param org - where to; built-in resources are there
 * @param seed - the lists
 * @throws OktaError `OKTA_EMULATOR_SEED` that names the first entry that the service would refuse
 */
export function seedResources(org: Org, { users = [], groups = [], apps = [], devices = [], ...others }: Seed): void {
  each('users', users, (user) => addUser(org, user));
  each('groups', groups, (group) => addSeedGroup(org, group));
  each('authorizationServers', others.authorizationServers ?? [], (server) => seedAuthorizationServer(org, server));
  each('apps', apps, (app) => addApp(org, app));
  each('devices', devices, (device) => addSeedDevice(org, device, (name) => userFor(org, name)));
}

function each<T>(list: string, entries: readonly T[], add: (entry: T) => void): void {
  for (const [i, entry] of entries.entries()) {
    try {
      add(entry);
    } catch (cause) {
      throw new OktaError('OKTA_EMULATOR_SEED', `Seed ${list}[${i}]: ${reasonOf(cause)}`, { cause });
    }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const causes = error instanceof Fault ? error.causes : [];
  return [error.message, ...causes].join('; ');
}

function addUser(org: Org, { id, status, ...body }: SeedUser): void {
  const activate = status !== 'STAGED';
  const user = createUser(org, body, { activate, provider: true, expire: false, id });
  joinGroup(silently(org), org.facts.everyoneId, user);
  if (status === 'DEPROVISIONED') deactivate(silently(org), user);
  else if (status !== undefined && status !== user.status) moveUser(org, user, { status });
}

function addSeedGroup(org: Org, { id, type, profile, members = [] }: SeedGroup): void {
  const group = addGroup(org, groupProfileFrom(org, profile), { id, type });
  for (const member of members) joinGroup(silently(org), group.id, userFor(org, member));
}

function addApp(org: Org, { id, app: body, users = [], groups = [], ...client }: SeedApp): void {
  const app = buildApp(org, body, { id });
  org.apps.set(app.id, app);
  addAppMappings(org, app);
  for (const name of users) {
    const user = userFor(org, name);
    const assignment = { userId: user.id, scope: 'USER' as const, userName: appUserName(app, user) };
    org.appUsers.set(app.id, user.id, newAppUser(org, assignment));
  }
  for (const name of groups) assignGroup(org, app.id, name);
  seedClient(org, app, client);
}

function assignGroup(org: Org, appId: string, name: string): void {
  const id = org.groupNames.get(name.toLowerCase()) ?? name;
  if (org.groups.get(id) === undefined) throw new Error(`there is no group '${name}'`);
  placeGroup(org, appId, { id, lastUpdated: nowIn(org), priority: Number.POSITIVE_INFINITY, profile: {} });
  for (const user of [...resolved(org.members.rights(id), org.users)]) grantByGroup(silently(org), appId, user);
}

function userFor(org: Org, name: string): User {
  const user = userNamed(org, name);
  if (user === undefined) throw new Error(`there is no user '${name}'`);
  return user;
}
