import { notFound } from '../answers/fault.js';
import { randomUuid } from '../org/chance.js';
import { isObject } from '../org/json.js';
import type { Change, Resource, ResourceRule, ResourceRules } from '../resources/rule.js';

const ACCESS = '/privileged-access/api/v1';

/** These ids are UUIDs. */
const account: ResourceRule = {
  kind: 'ServiceAccount',
  newId: (_, { org }) => randomUuid(org.chance),
  unique: ['name'],
  born: () => ({ status: 'NO_ISSUES', statusDetail: 'VAULTED' }),
};

const appAccount: ResourceRule = {
  ...account,
  fixed: ['containerOrn'],
  defaults: () => ({ containerGlobalName: 'app', containerInstanceName: 'App' }),
};

/** A user of Okta that is shared by its owners. */
const managedUser: ResourceRule = {
  ...account,
  kind: 'OktaManagedUserAccount',
  fixed: ['oktaUserId'],
  admit: (next, { call }: Change) => {
    const userId = String(next['oktaUserId']);
    const user = call.org.users.get(userId);
    if (user === undefined) throw notFound(userId, 'User');
    return { ...next, username: user.profile['login'], email: user.profile['email'] };
  },
};

const resource: ResourceRule = {
  prefix: 'rpr',
  kind: 'PrivilegedResource',
  born: () => ({ status: 'ACTIVE' }),
  fixed: ['resourceType'],
  does: {
    claim: (one) => ({ ...one, status: 'ACTIVE' }),
    'rotate-password': rotated,
  },
  view: withoutPassword,
};

/** The new password is only ever written. */
function rotated(one: Resource, { org }: Change['call']): Resource {
  return { ...one, credentialSyncInfo: { syncState: 'SYNCED', syncTime: new Date(org.clock.now()).toISOString() } };
}

function withoutPassword(one: Resource): Resource {
  const { credentials } = one;
  if (!isObject(credentials)) return one;
  const { password: _, ...rest } = credentials;
  return { ...one, credentials: rest };
}

/** Accounts whose passwords the service keeps. */
export const privilegedAccess: ResourceRules = {
  [`${ACCESS}/service-accounts`]: appAccount,
  [`${ACCESS}/accounts`]: { ...account, fixed: ['accountType'], q: ['name'] },
  [`${ACCESS}/okta-service-accounts`]: managedUser,
  [`${ACCESS}/resources`]: resource,
};
