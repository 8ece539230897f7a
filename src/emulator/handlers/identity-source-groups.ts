import { notFound } from '../answers/fault.js';
import { optionalBodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { store, stored, storedIn, unstore } from '../resources/store.js';

/** Members of a group stand under its external id, whichever of its ids the request names. */
function membersOf(call: Call): string {
  const groups = `/api/v1/identity-sources/${pathMember(call, 'identitySourceId')}/groups`;
  const name = pathMember(call, 'groupOrExternalId');
  const group =
    stored(call.org, { list: groups, key: name }) ?? [...storedIn(call.org, groups)].find(({ id }) => id === name);
  if (group === undefined) throw notFound(name, 'IdentitySourceGroup');
  return `${groups}/${group['externalId']}/membership`;
}

const getIdentitySourceGroupMemberships: Handler = (call) => {
  const memberExternalIds = [...storedIn(call.org, membersOf(call))].map(({ memberExternalId }) => memberExternalId);
  return { status: 200, body: { memberExternalIds } };
};

const createIdentitySourceGroupsMemberships: Handler = (call) => {
  const list = membersOf(call);
  const body = optionalBodyOf(call);
  const given = body['memberExternalIds'];
  const names = Array.isArray(given) ? given : [textIn(body, 'memberExternalId')];
  for (const name of names) {
    if (typeof name === 'string') store(call.org, { list, key: name }, { memberExternalId: name });
  }
  return { status: 204 };
};

const deleteIdentitySourceGroupMemberships: Handler = (call) => {
  const list = membersOf(call);
  const key = pathMember(call, 'memberExternalId');
  if (stored(call.org, { list, key }) === undefined) throw notFound(key, 'IdentitySourceMembership');
  unstore(call.org, { list, key });
  return { status: 204 };
};

/** Who belongs to the groups of a directory. */
export const identitySourceGroups: Handlers = {
  getIdentitySourceGroupMemberships,
  createIdentitySourceGroupsMemberships,
  deleteIdentitySourceGroupMemberships,
};
