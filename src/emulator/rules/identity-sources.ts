import { invalid } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { Change, Resource, ResourceRule, ResourceRules } from '../resources/rule.js';
import { storedIn } from '../resources/store.js';

const SOURCE = '/api/v1/identity-sources/{identitySourceId}';

/** States in which a session of an import still takes data, or waits for its turn. */
const OPEN = new Set(['CREATED', 'TRIGGERED', 'IN_PROGRESS']);

const session: ResourceRule = {
  prefix: 'aps',
  kind: 'IdentitySourceSession',
  born: (_, call) => ({
    identitySourceId: pathMember(call, 'identitySourceId'),
    importType: 'INCREMENTAL',
    status: 'CREATED',
  }),
  admit: onlyOne,
  keep: mustBeOpen,
  does: {
    'start-import': (resource) => {
      mustBeOpen(resource);
      return { ...resource, status: 'COMPLETED' };
    },
    'bulk-upsert': takesData,
    'bulk-delete': takesData,
    'bulk-groups-upsert': takesData,
    'bulk-groups-delete': takesData,
    'bulk-group-memberships-upsert': takesData,
    'bulk-group-memberships-delete': takesData,
  },
};

function onlyOne(next: Resource, { call, before }: Change): Resource {
  const list = `/api/v1/identity-sources/${pathMember(call, 'identitySourceId')}/sessions`;
  if (before === undefined && [...storedIn(call.org, list)].some(({ status }) => OPEN.has(String(status)))) {
    throw invalid('identitySourceId', 'There is an active session of this identity source already');
  }
  return next;
}

function mustBeOpen({ status }: Resource): void {
  if (status !== 'CREATED') throw invalid('sessionId', `The session is in the status ${status}`);
}

function takesData(resource: Resource): Resource {
  mustBeOpen(resource);
  return resource;
}

const person: ResourceRule = {
  prefix: '00u',
  kind: 'IdentitySourceUser',
  key: 'externalId',
  born: (_, { org }) => ({ id: org.ids.next('00u') }),
  fixed: ['id'],
};

const group: ResourceRule = {
  prefix: '00g',
  kind: 'IdentitySourceGroup',
  key: 'externalId',
  born: (_, { org }) => ({ id: org.ids.next('00g') }),
  fixed: ['id'],
  view: ({ profile, ...resource }: Resource, _: Call) => ({ ...resource, profile: { profile } }),
};

/** Directories that send their users and groups. */
export const identitySources: ResourceRules = {
  [`${SOURCE}/sessions`]: session,
  [`${SOURCE}/users`]: person,
  [`${SOURCE}/groups`]: group,
  [`${SOURCE}/groups/{groupOrExternalId}/membership`]: { key: 'memberExternalId', kind: 'IdentitySourceMembership' },
};
