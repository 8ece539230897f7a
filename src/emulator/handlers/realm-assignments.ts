import { type Answer, noContent, ok } from '../answers/answer.js';
import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { EventType } from '../log/event-types.js';
import { nowIn } from '../org/org.js';
import { listById } from '../paging/list-by-id.js';
import { placeAll } from '../realms/place-users.js';
import { makeRoom, realmAssignmentFrom } from '../realms/read-assignment.js';
import { REALM_ASSIGNMENT, type RealmAssignment, type RealmOperation } from '../realms/realm-assignment.js';

const createRealmAssignment: Handler = (call) => {
  const { org } = call;
  const sent = realmAssignmentFrom(org, bodyOf(call));
  const times = { created: nowIn(org), lastUpdated: nowIn(org) };
  const state = { status: 'INACTIVE' as const, isDefault: false };
  return save(
    call,
    { id: org.ids.next('rul'), ...state, ...times, ...sent },
    'directory.realm.assignment.lifecycle.create',
  );
};

function save(call: Call, assignment: RealmAssignment, event: EventType): Answer {
  makeRoom(call.org, assignment);
  call.org.realmAssignments.set(assignment.id, assignment);
  record(call, assignment, event);
  return ok(assignmentView(assignment, call));
}

function record(call: Call, { id, name }: RealmAssignment, event: EventType): void {
  call.record(event, [{ id, type: 'RealmAssignment', alternateId: 'unknown', displayName: name }]);
}

function findAssignment({ org }: Call, id: string): RealmAssignment {
  const assignment = org.realmAssignments.get(id);
  if (assignment === undefined) throw notFound(id, REALM_ASSIGNMENT);
  return assignment;
}

function assignmentIn(call: Call): RealmAssignment {
  return findAssignment(call, pathMember(call, 'assignmentId'));
}

function assignmentView(assignment: RealmAssignment, { origin }: Call) {
  const { id, status, isDefault, name, priority, created, lastUpdated, realmId, domains } = assignment;
  const { expression, profileSourceId } = assignment;
  const self = { rel: 'self', href: `${origin}/api/v1/realm-assignments/${id}`, method: 'GET' };
  return {
    id,
    name,
    status,
    isDefault,
    priority,
    created,
    lastUpdated,
    ...(domains.length > 0 && { domains }),
    conditions: {
      ...(profileSourceId !== undefined && { profileSourceId }),
      ...(expression !== undefined && { expression: { value: expression } }),
    },
    actions: { assignUserToRealm: { realmId } },
    _links: { self },
  };
}

const getRealmAssignment: Handler = (call) => ok(assignmentView(assignmentIn(call), call));

const replaceRealmAssignment: Handler = (call) => {
  const before = assignmentIn(call);
  const changed = { ...before, ...realmAssignmentFrom(call.org, bodyOf(call), before), lastUpdated: nowIn(call.org) };
  return save(call, changed, 'directory.realm.assignment.lifecycle.update');
};

const deleteRealmAssignment: Handler = (call) => {
  const assignment = assignmentIn(call);
  if (assignment.isDefault) throw fail('E0000111', 'default realm assignment');
  call.org.realmAssignments.delete(assignment.id);
  record(call, assignment, 'directory.realm.assignment.lifecycle.delete');
  return noContent();
};

function move(status: RealmAssignment['status'], event: EventType): Handler {
  return (call) => {
    const assignment = assignmentIn(call);
    if (assignment.status !== status) save(call, { ...assignment, status, lastUpdated: nowIn(call.org) }, event);
    return noContent();
  };
}

const listRealmAssignments: Handler = (call) => {
  const { realmAssignments } = call.org;
  return listById(call, {
    list: 'realmAssignments',
    itemsAfter: (after) => realmAssignments.values({ after }),
    exists: (id) => realmAssignments.get(id) !== undefined,
    view: (assignment) => assignmentView(assignment, call),
  });
};

/** Runs at once, so that the answer tells the result. */
const executeRealmAssignment: Handler = (call) => {
  const { org } = call;
  const assignmentId = textIn(bodyOf(call), 'assignmentId') ?? '';
  if (assignmentId === '') throw invalid('assignmentId', BLANK);
  const { name, realmId, ...rule } = findAssignment(call, assignmentId);
  const realm = { id: realmId, name: org.realms.get(realmId)?.profile.name ?? '' };
  const numUserMoved = placeAll(call, { name, realmId, ...rule });
  const operation = {
    id: org.ids.next('rre'),
    created: nowIn(org),
    assignment: { id: rule.id, name },
    numUserMoved,
    realm,
  };
  org.realmOperations.set(operation.id, operation);
  return { status: 201, body: operationView(operation, call) };
};

const listRealmAssignmentOperations: Handler = (call) => {
  const { realmOperations } = call.org;
  return listById(call, {
    list: 'realmAssignments',
    itemsAfter: (after) => realmOperations.values({ after }),
    exists: (id) => realmOperations.get(id) !== undefined,
    view: (operation) => operationView(operation, call),
  });
};

function operationView({ id, created, assignment, numUserMoved, realm }: RealmOperation, { org, origin }: Call) {
  const { expression, profileSourceId } = org.realmAssignments.get(assignment.id) ?? {};
  const conditions = {
    ...(profileSourceId !== undefined && { profileSourceId }),
    ...(expression !== undefined && { expression: { value: expression } }),
  };
  const actions = { assignUserToRealm: { realmId: realm.id } };
  return {
    id,
    type: 'realm:assignment',
    status: 'COMPLETED',
    created,
    started: created,
    completed: created,
    realmId: realm.id,
    realmName: realm.name,
    assignmentOperation: { configuration: { ...assignment, conditions, actions } },
    numUserMoved,
    _links: { self: { rel: 'self', href: `${origin}/api/v1/operations/${id}`, method: 'GET' } },
  };
}

/** Rules that say which realm users belong to. */
export const realmAssignments: Handlers = {
  createRealmAssignment,
  getRealmAssignment,
  replaceRealmAssignment,
  deleteRealmAssignment,
  listRealmAssignments,
  activateRealmAssignment: move('ACTIVE', 'directory.realm.assignment.lifecycle.activate'),
  deactivateRealmAssignment: move('INACTIVE', 'directory.realm.assignment.lifecycle.deactivate'),
  executeRealmAssignment,
  listRealmAssignmentOperations,
};
