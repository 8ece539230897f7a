import { type Answer, noContent, ok } from '../answers/answer.js';
import type { AccessPolicy } from '../authorization-servers/authorization-server.js';
import { ranked } from '../authorization-servers/evaluate-policy.js';
import { findPolicy } from '../authorization-servers/find-policy.js';
import { policyView } from '../authorization-servers/policy-view.js';
import { placeRanked, priorityIn, removeRanked } from '../authorization-servers/priorities.js';
import { policyFields } from '../authorization-servers/rule-fields.js';
import { dropPolicy, findServer, serverTarget } from '../authorization-servers/server-store.js';
import { bodyOf } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { EventType } from '../log/event-types.js';
import { nowIn } from '../org/org.js';

const createAuthorizationServerPolicy: Handler = (call) => {
  const server = findServer(call);
  const body = bodyOf(call);
  const now = nowIn(call.org);
  const policy: AccessPolicy = {
    id: call.org.ids.next('00p'),
    ...policyFields(body),
    status: body['status'] === 'INACTIVE' ? 'INACTIVE' : 'ACTIVE',
    priority: priorityIn(body, Number.POSITIVE_INFINITY),
    system: false,
    created: now,
    lastUpdated: now,
  };
  const placed = placeRanked({ items: call.org.accessPolicies, ownerId: server.id }, policy);
  call.record('policy.lifecycle.create', [policyTarget(placed), serverTarget(server)]);
  return { status: 201, body: policyView(placed, server, call) };
};

const listAuthorizationServerPolicies: Handler = (call) => {
  const server = findServer(call);
  return ok(ranked(call.org.accessPolicies.values(server.id)).map((policy) => policyView(policy, server, call)));
};

const getAuthorizationServerPolicy: Handler = (call) => {
  const server = findServer(call);
  return ok(policyView(findPolicy(call, server), server, call));
};

const replaceAuthorizationServerPolicy: Handler = (call) => {
  const server = findServer(call);
  const before = findPolicy(call, server);
  const body = bodyOf(call);
  const priority = priorityIn(body, before.priority);
  const policy = { ...before, ...policyFields(body), priority, lastUpdated: nowIn(call.org) };
  const placed = placeRanked({ items: call.org.accessPolicies, ownerId: server.id }, policy);
  call.record('policy.lifecycle.update', [policyTarget(placed), serverTarget(server)]);
  return ok(policyView(placed, server, call));
};

const deleteAuthorizationServerPolicy: Handler = (call) => {
  const server = findServer(call);
  const policy = findPolicy(call, server);
  dropPolicy(call.org, server.id, policy.id);
  removeRanked({ items: call.org.accessPolicies, ownerId: server.id }, policy.id);
  call.record('policy.lifecycle.delete', [policyTarget(policy), serverTarget(server)]);
  return noContent();
};

function move(call: Call, status: AccessPolicy['status'], event: EventType): Answer {
  const server = findServer(call);
  const policy = findPolicy(call, server);
  if (policy.status !== status) {
    call.org.accessPolicies.set(server.id, policy.id, { ...policy, status, lastUpdated: nowIn(call.org) });
    call.record(event, [policyTarget(policy), serverTarget(server)]);
  }
  return noContent();
}

function policyTarget({ id, name }: AccessPolicy) {
  return { id, type: 'PolicyEntity', alternateId: 'unknown', displayName: name };
}

/** Policies of authorization servers. */
export const authorizationServersPolicies: Handlers = {
  createAuthorizationServerPolicy,
  listAuthorizationServerPolicies,
  getAuthorizationServerPolicy,
  replaceAuthorizationServerPolicy,
  deleteAuthorizationServerPolicy,
  activateAuthorizationServerPolicy: (call) => move(call, 'ACTIVE', 'policy.lifecycle.activate'),
  deactivateAuthorizationServerPolicy: (call) => move(call, 'INACTIVE', 'policy.lifecycle.deactivate'),
};
