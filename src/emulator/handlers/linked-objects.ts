import { noContent, ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { bodyOf } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { LINKED_OBJECT, type LinkedObject } from '../linked-objects/linked-object.js';
import {
  definitionNamed,
  linkedObjectFrom,
  linkPath,
  primaryOf,
  unknownRelation,
  unlink,
} from '../linked-objects/linked-object-store.js';
import type { Target } from '../log/log-event.js';
import { userTarget } from '../log/targets.js';
import { resolved } from '../org/resolved.js';
import { listById } from '../paging/list-by-id.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';

const createLinkedObjectDefinition: Handler = (call) => {
  const definition = linkedObjectFrom(call.org, bodyOf(call));
  call.org.linkedObjects.set(definition.primary.name, definition);
  call.record('directory.linked_object.create', [definitionTarget(definition)]);
  return { status: 201, body: definitionView(definition, call) };
};

function definitionTarget({ primary }: LinkedObject): Target {
  return { id: primary.name, type: 'LinkedObject', alternateId: 'unknown', displayName: primary.title };
}

function definitionView(definition: LinkedObject, { origin }: Call) {
  const href = `${origin}/api/v1/meta/schemas/user/linkedObjects/${definition.primary.name}`;
  return { ...definition, _links: { self: { href } } };
}

function findDefinition(call: Call): LinkedObject {
  const name = pathMember(call, 'linkedObjectName');
  const definition = definitionNamed(call.org, name);
  if (definition === undefined) throw notFound(name, LINKED_OBJECT);
  return definition;
}

const getLinkedObjectDefinition: Handler = (call) => ok(definitionView(findDefinition(call), call));

const listLinkedObjectDefinitions: Handler = (call) =>
  ok([...call.org.linkedObjects.values()].map((definition) => definitionView(definition, call)));

const deleteLinkedObjectDefinition: Handler = (call) => {
  const { org } = call;
  const definition = findDefinition(call);
  const links = [...org.linkedUsers.pairsFrom(linkPath(definition.primary.name, ''))];
  for (const [left, right] of links) org.linkedUsers.delete(left, right);
  org.linkedObjects.delete(definition.primary.name);
  call.record('directory.linked_object.delete', [definitionTarget(definition)]);
  return noContent();
};

/** A user has one primary user at most, so that a new one takes the place of the former. */
const setLinkedObjectForUser: Handler = (call) => {
  const { org } = call;
  const name = pathMember(call, 'primaryRelationshipName');
  const definition = org.linkedObjects.get(name);
  const [associated, primary] = [findUser(call, 'associatedUserId'), findUser(call, 'primaryUserId')];
  if (definition === undefined) throw unknownRelation(name);
  unlink(org, name, associated.id);
  org.linkedUsers.set(linkPath(name, primary.id), associated.id, true);
  const targets = [userTarget(associated), userTarget(primary), definitionTarget(definition)];
  call.record('directory.linked_object.set', targets);
  return noContent();
};

const deleteLinkedObjectForUser: Handler = (call) => {
  const { org, record } = call;
  const user = findUser(call);
  const name = pathMember(call, 'relationshipName');
  const definition = org.linkedObjects.get(name);
  if (definition === undefined) throw unknownRelation(name);
  if (unlink(org, name, user.id)) {
    record('directory.linked_object.remove', [userTarget(user), definitionTarget(definition)]);
  }
  return noContent();
};

/** By the primary name, the one user above; by the associated name, all users below. */
const listLinkedObjectsForUser: Handler = (call) => {
  const { org, origin } = call;
  const { id } = findUser(call);
  const name = pathMember(call, 'relationshipName');
  const definition = definitionNamed(org, name);
  if (definition === undefined) throw unknownRelation(name);
  const primaryName = definition.primary.name;
  const above = name === primaryName ? [primaryOf(org, primaryName, id) ?? ''] : undefined;
  return listById<User>(call, {
    list: 'linkedUsers',
    itemsAfter: (after) =>
      resolved(
        above?.filter((other) => other > (after ?? '')) ?? org.linkedUsers.rights(linkPath(primaryName, id), after),
        org.users,
      ),
    exists: (userId) => org.users.get(userId) !== undefined,
    view: (user) => ({ _links: { self: { href: `${origin}/api/v1/users/${user.id}` } } }),
  });
};

/** Relations between users. */
export const linkedObjects: Handlers = {
  createLinkedObjectDefinition,
  getLinkedObjectDefinition,
  listLinkedObjectDefinitions,
  deleteLinkedObjectDefinition,
  setLinkedObjectForUser,
  deleteLinkedObjectForUser,
  listLinkedObjectsForUser,
};
