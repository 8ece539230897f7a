import { noContent } from '../answers/answer.js';
import { BLANK, invalid, notFound } from '../answers/fault.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { GroupOwner } from '../groups/group-owner.js';
import { findGroup, groupById } from '../groups/group-store.js';
import type { Target } from '../log/log-event.js';
import { groupTarget } from '../log/targets.js';
import { timestamp } from '../org/timestamp.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';
import { displayName, USER } from '../users/user.js';

const OWNER = 'GroupOwner';

const assignGroupOwner: Handler = (call) => {
  const { org } = call;
  const group = findGroup(call);
  const owner = ownerFrom(call);
  if (org.groupOwners.get(group.id, owner.id)) throw invalid('id', 'Provided owner is already assigned to this group');
  org.groupOwners.set(group.id, owner.id, owner);
  call.record('group.owner.add', [ownerTarget(owner), groupTarget(group)]);
  return { status: 201, body: ownerView(owner) };
};

function ownerFrom(call: Call): GroupOwner {
  const { org } = call;
  const body = bodyOf(call);
  const id = textIn(body, 'id') ?? '';
  const type = textIn(body, 'type');
  if (id === '') throw invalid('id', BLANK);
  if (type !== 'USER' && type !== 'GROUP') throw invalid('type', "The field must be 'USER' or 'GROUP'");
  return { id, type, displayName: nameOf({ org, id, type }), lastUpdated: org.clock.now() };
}

function nameOf({ org, id, type }: Pick<Call, 'org'> & Pick<GroupOwner, 'id' | 'type'>): string {
  if (type === 'GROUP') return groupById(org, id).profile.name;
  const user = org.users.get(id);
  if (user === undefined) throw notFound(id, USER);
  return displayName(user);
}

function ownerTarget({ id, type, displayName: name }: GroupOwner): Target {
  return { id, type: type === 'USER' ? 'User' : 'UserGroup', alternateId: 'unknown', displayName: name };
}

/**
 * The service writes these times in two forms of its own, by Java's `Date` and by JDBC. Here they are as described, since
 * clients that check answers would refuse the others.
 */
function ownerView({ id, type, displayName: name, lastUpdated }: GroupOwner) {
  const times = { lastUpdated: timestamp(lastUpdated) };
  return { id, type, resolved: true, originType: 'OKTA_DIRECTORY', displayName: name, ...times };
}

const deleteGroupOwner: Handler = (call) => {
  const { org } = call;
  const group = findGroup(call);
  const ownerId = pathMember(call, 'ownerId');
  const owner = org.groupOwners.get(group.id, ownerId);
  if (owner === undefined) throw notFound(ownerId, OWNER);
  org.groupOwners.delete(group.id, ownerId);
  call.record('group.owner.remove', [ownerTarget(owner), groupTarget(group)]);
  return noContent();
};

/** `search` finds the beginning of a name. */
const listGroupOwners: Handler = (call) => {
  const { org } = call;
  const { id } = findGroup(call);
  const wanted = (call.query.get('search') ?? '').toLowerCase();
  return listById<GroupOwner>(call, {
    list: 'groupOwners',
    itemsAfter: (after) =>
      filtered(org.groupOwners.values(id, after), (owner) => owner.displayName.toLowerCase().startsWith(wanted)),
    exists: (ownerId) => org.groupOwners.get(id, ownerId) !== undefined,
    view: ownerView,
  });
};

/** Who answers for groups. */
export const groupOwners: Handlers = { assignGroupOwner, deleteGroupOwner, listGroupOwners };
