import { type Answer, noContent, ok } from '../answers/answer.js';
import type { AccessPolicy, AccessRule, AuthorizationServer } from '../authorization-servers/authorization-server.js';
import { ranked } from '../authorization-servers/evaluate-policy.js';
import { findPolicy, findRule } from '../authorization-servers/find-policy.js';
import { ruleView } from '../authorization-servers/policy-view.js';
import { placeRanked, priorityIn, removeRanked } from '../authorization-servers/priorities.js';
import { ruleFields } from '../authorization-servers/rule-fields.js';
import { findServer, serverTarget } from '../authorization-servers/server-store.js';
import { serverPath } from '../authorization-servers/server-view.js';
import { bodyOf } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { EventType } from '../log/event-types.js';
import { nowIn } from '../org/org.js';

/** Server and policy that a path leads through. */
interface Place {
  readonly server: AuthorizationServer;
  readonly policy: AccessPolicy;
}

function placeOf(call: Call): Place {
  const server = findServer(call);
  return { server, policy: findPolicy(call, server) };
}

const createAuthorizationServerPolicyRule: Handler = (call) => {
  const place = placeOf(call);
  const body = bodyOf(call);
  const now = nowIn(call.org);
  const rule: AccessRule = {
    id: call.org.ids.next('0pr'),
    ...ruleFields(body),
    status: body['status'] === 'INACTIVE' ? 'INACTIVE' : 'ACTIVE',
    priority: priorityIn(body, Number.POSITIVE_INFINITY),
    system: false,
    created: now,
    lastUpdated: now,
  };
  const placed = placeRanked({ items: call.org.accessRules, ownerId: place.policy.id }, rule);
  tell(call, 'policy.rule.add', { ...place, rule });
  return { status: 201, body: view(call, place, placed) };
};

const listAuthorizationServerPolicyRules: Handler = (call) => {
  const place = placeOf(call);
  return ok(ranked(call.org.accessRules.values(place.policy.id)).map((rule) => view(call, place, rule)));
};

const getAuthorizationServerPolicyRule: Handler = (call) => {
  const place = placeOf(call);
  return ok(view(call, place, findRule(call, place.policy)));
};

const replaceAuthorizationServerPolicyRule: Handler = (call) => {
  const place = placeOf(call);
  const before = findRule(call, place.policy);
  const body = bodyOf(call);
  const priority = priorityIn(body, before.priority);
  const rule = { ...before, ...ruleFields(body), priority, lastUpdated: nowIn(call.org) };
  const placed = placeRanked({ items: call.org.accessRules, ownerId: place.policy.id }, rule);
  tell(call, 'policy.rule.update', { ...place, rule });
  return ok(view(call, place, placed));
};

const deleteAuthorizationServerPolicyRule: Handler = (call) => {
  const place = placeOf(call);
  const rule = findRule(call, place.policy);
  removeRanked({ items: call.org.accessRules, ownerId: place.policy.id }, rule.id);
  tell(call, 'policy.rule.delete', { ...place, rule });
  return noContent();
};

function move(call: Call, status: AccessRule['status'], event: EventType): Answer {
  const place = placeOf(call);
  const rule = findRule(call, place.policy);
  if (rule.status !== status) {
    call.org.accessRules.set(place.policy.id, rule.id, { ...rule, status, lastUpdated: nowIn(call.org) });
    tell(call, event, { ...place, rule });
  }
  return noContent();
}

function view({ origin }: Call, { server, policy }: Place, rule: AccessRule) {
  return ruleView(rule, `${serverPath(server, origin)}/policies/${policy.id}`);
}

function tell(call: Call, event: EventType, { server, rule }: Place & { readonly rule: AccessRule }): void {
  const target = { id: rule.id, type: 'PolicyRule', alternateId: 'unknown', displayName: rule.name };
  call.record(event, [target, serverTarget(server)]);
}

/** Rules of the policies of authorization servers. */
export const authorizationServersRules: Handlers = {
  createAuthorizationServerPolicyRule,
  listAuthorizationServerPolicyRules,
  getAuthorizationServerPolicyRule,
  replaceAuthorizationServerPolicyRule,
  deleteAuthorizationServerPolicyRule,
  activateAuthorizationServerPolicyRule: (call) => move(call, 'ACTIVE', 'policy.rule.activate'),
  deactivateAuthorizationServerPolicyRule: (call) => move(call, 'INACTIVE', 'policy.rule.deactivate'),
};
