import { noContent, ok } from '../answers/answer.js';
import { fail, invalid } from '../answers/fault.js';
import { bodyOf, switchIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { Target } from '../log/log-event.js';
import type { JsonObject } from '../org/json.js';
import { nowIn } from '../org/org.js';
import { appsOfPolicy } from '../policies/app-policies.js';
import { newPolicy, readPolicy, readPriority } from '../policies/build-policy.js';
import { addCatchAll } from '../policies/build-rule.js';
import { clonedPolicy } from '../policies/clone-policy.js';
import { checkDeletable, checkLocked, checkSwitchable } from '../policies/locks.js';
import type { Policy } from '../policies/policy.js';
import { policyKinds } from '../policies/policy-kinds.js';
import { dropPolicy, findPolicy, placePolicy } from '../policies/policy-store.js';
import { policyView } from '../policies/policy-view.js';

function policyIn(call: Call): Policy {
  return findPolicy(call.org, pathMember(call, 'policyId'));
}

function policyTarget({ id, name }: Policy): Target {
  return { id, type: 'PolicyEntity', alternateId: 'unknown', displayName: name };
}

const createPolicy: Handler = (call) => {
  const { org, record } = call;
  const sent = bodyOf(call);
  const draft = readPolicy(org, sent);
  if (!policyKinds[draft.type].creatable) throw invalid('type', `Policies of type ${draft.type} cannot be created`);
  const status = switchIn(call, 'activate', true) ? 'ACTIVE' : 'INACTIVE';
  const policy = placePolicy(org, { item: { ...newPolicy(org, draft), status }, wanted: readPriority(sent) });
  addCatchAll(org, policy);
  record('policy.lifecycle.create', [policyTarget(policy)]);
  return ok(policyView(policy, call));
};

const getPolicy: Handler = (call) => ok(policyView(policyIn(call), call));

const replacePolicy: Handler = (call) => {
  const { org, record } = call;
  const before = policyIn(call);
  const sent = bodyOf(call);
  const draft = readPolicy(org, { type: before.type, ...sent }, before.id);
  if (draft.type !== before.type) throw fail('E0000078', 'type');
  checkLocked(before, { ...draft, priority: sent['priority'], conditions: sentConditions(sent, draft.conditions) });
  const item = { ...before, ...draft, lastUpdated: nowIn(org) };
  const policy = placePolicy(org, { item, wanted: readPriority(sent) ?? before.priority });
  record('policy.lifecycle.update', [policyTarget(policy)]);
  return ok(policyView(policy, call));
};

/** What was left out has no default where it must be sent. */
function sentConditions({ conditions }: JsonObject, read: Policy['conditions']): unknown {
  return read === null || (conditions !== undefined && conditions !== null) ? read : undefined;
}

const deletePolicy: Handler = (call) => {
  const { org, record } = call;
  const policy = policyIn(call);
  checkDeletable(policy);
  const [app] = appsOfPolicy(org, policy);
  if (app !== undefined) throw invalid('policyId', 'The policy is assigned to apps');
  dropPolicy(org, policy);
  record('policy.lifecycle.delete', [policyTarget(policy)]);
  return noContent();
};

const clonePolicy: Handler = (call) => {
  const { org, record } = call;
  const policy = clonedPolicy(org, policyIn(call));
  record('policy.lifecycle.create', [policyTarget(policy)]);
  return ok(policyView(policy, call));
};

function move(call: Call, status: Policy['status']) {
  const policy = policyIn(call);
  if (policy.status === status) return noContent();
  checkSwitchable(policy);
  const moved: Policy = { ...policy, status, lastUpdated: nowIn(call.org) };
  call.org.policies.set(moved.id, moved);
  const word = status === 'ACTIVE' ? 'activate' : 'deactivate';
  call.record(`policy.lifecycle.${word}`, [policyTarget(moved)]);
  return noContent();
}

/** Reading and writing single policies. */
export const policies: Handlers = {
  createPolicy,
  getPolicy,
  replacePolicy,
  deletePolicy,
  clonePolicy,
  activatePolicy: (call) => move(call, 'ACTIVE'),
  deactivatePolicy: (call) => move(call, 'INACTIVE'),
};
