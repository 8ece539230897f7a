import { fail, notFound } from '../answers/fault.js';
import type { App } from '../apps/app.js';
import { type Call, pathMember } from '../call.js';
import type { Group } from '../groups/group.js';
import { findGroup } from '../groups/group-store.js';
import type { EventType } from '../log/event-types.js';
import type { Target } from '../log/log-event.js';
import { appTarget, groupTarget, userTarget } from '../log/targets.js';
import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';
import type { Principal } from './role-assignment.js';

/** A principal as events and links speak of it. */
export interface FoundPrincipal {
  readonly principal: Principal;
  readonly target: Target;
}

/** One kind of principal. */
export interface PrincipalKind {
  /** Finds the one that a request names. */
  readonly find: (call: Call) => FoundPrincipal;
  /** Refuses one that may not hold roles. */
  readonly check: (org: Org, id: string) => void;
  readonly granted: EventType;
  readonly revoked: EventType;
}

const MOST_MEMBERS = 5000;
/** Okta's word for clients in errors about what does not exist. */
const CLIENT = 'PublicClientApp';

/** Users, groups and service apps. */
export const principalKinds: Readonly<Record<Principal['type'], PrincipalKind>> = {
  USER: {
    find: (call) => ofUser(findUser(call)),
    check: () => {},
    granted: 'user.account.privilege.grant',
    revoked: 'user.account.privilege.revoke',
  },
  GROUP: {
    find: (call) => ofGroup(findGroup(call)),
    check: checkGroup,
    granted: 'group.privilege.grant',
    revoked: 'group.privilege.revoke',
  },
  CLIENT: {
    find: (call) => ofClient(findClient(call)),
    check: checkClient,
    granted: 'app.oauth2.client.privilege.grant',
    revoked: 'app.oauth2.client.privilege.revoke',
  },
};

function ofUser(user: User): FoundPrincipal {
  return { principal: { type: 'USER', id: user.id }, target: userTarget(user) };
}

function ofGroup(group: Group): FoundPrincipal {
  return { principal: { type: 'GROUP', id: group.id }, target: groupTarget(group) };
}

function ofClient(app: App): FoundPrincipal {
  return { principal: { type: 'CLIENT', id: app.id }, target: appTarget(app) };
}

function findClient(call: Call): App {
  const id = pathMember(call, 'clientId');
  const app = call.org.apps.get(id) ?? [...call.org.apps.values()].find((other) => clientIdOf(other) === id);
  if (app === undefined) throw notFound(id, CLIENT);
  return app;
}

function clientIdOf({ credentials }: App): unknown {
  return memberAt(credentials, ['oauthClient', 'client_id']);
}

function checkClient({ apps }: Org, id: string): void {
  const type = memberAt(apps.get(id)?.settings, ['oauthClient', 'application_type']);
  if (type !== 'service') throw fail('E0000227');
}

function checkGroup(org: Org, id: string): void {
  const group = org.groups.get(id);
  if (group?.type === 'BUILT_IN') throw fail('E0000211', group.profile.name);
  if (group?.type === 'APP_GROUP') throw fail('E0000194');
  if (org.members.count(id) > MOST_MEMBERS) throw fail('E0000193');
  for (const { groupIds } of org.groupRules.values()) if (groupIds.includes(id)) throw fail('E0000192');
}

/**
 * Finds the principal that an address of the API names.
 *
 * @param org - where to look
 * @param address - e.g. `https://acme.okta.com/api/v1/users/00u1`, or its ORN
 * @returns the principal, `undefined` if there is none
 */
export function principalAt(org: Org, address: string): FoundPrincipal | undefined {
  const [, kind = '', id = ''] = /(users|groups|clients)[/:]([^/:?]+)$/.exec(address) ?? [];
  const [user, group, app] = [org.users.get(id), org.groups.get(id), org.apps.get(id)];
  if (kind === 'users' && user) return ofUser(user);
  if (kind === 'groups' && group) return ofGroup(group);
  return kind === 'clients' && app ? ofClient(app) : undefined;
}
