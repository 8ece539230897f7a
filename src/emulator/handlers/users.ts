import { noContent, ok } from '../answers/answer.js';
import { fail } from '../answers/fault.js';
import { mailToken } from '../authn/recovery-mail.js';
import { bodyOf, switchIn, textsIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { applyRules } from '../group-rules/apply-rules.js';
import type { Group } from '../groups/group.js';
import { checkManaged, groupById } from '../groups/group-store.js';
import { joinGroup } from '../groups/membership.js';
import type { EventType } from '../log/event-types.js';
import { userTarget } from '../log/targets.js';
import { placeUser } from '../realms/place-users.js';
import { deactivate, erase } from '../users/activation.js';
import { type Change, changeUser } from '../users/change-user.js';
import { createUser as newUser } from '../users/create-user.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';
import { embeddedIn, userView } from '../users/user-view.js';

const MOST_GROUPS = 20;

const createUser: Handler = (call) => {
  const body = bodyOf(call);
  const groups = groupsIn(call, textsIn(body, 'groupIds'));
  const made = newUser(call.org, body, {
    activate: switchIn(call, 'activate', true),
    provider: switchIn(call, 'provider', false),
    expire: call.query.get('nextLogin') === 'changePassword',
  });
  call.record('user.lifecycle.create', [userTarget(made)]);
  const user = placeUser(call, made);
  if (user.status === 'PROVISIONED') {
    mailToken(call.org, { user, recoveryType: 'ACCOUNT_ACTIVATION', origin: call.origin });
  }
  if (user.status !== 'STAGED') call.record('user.lifecycle.activate', [userTarget(user)]);
  joinGroup(call, call.org.facts.everyoneId, user);
  for (const { id } of groups) joinGroup(call, id, user);
  applyRules(call, user);
  return ok(userView(user, call));
};

function groupsIn({ org }: Call, ids: readonly string[]): Group[] {
  if (ids.length > MOST_GROUPS) throw fail('E0000093');
  const groups = [...new Set(ids)].map((id) => groupById(org, id));
  for (const group of groups) checkManaged(group);
  return groups;
}

const getUser: Handler = (call) => {
  const user = findUser(call);
  return ok({ ...userView(user, call), ...embeddedIn(user, call) });
};

const updateUser: Handler = (call) => save(call, 'merge');

const replaceUser: Handler = (call) => save(call, 'replace');

function save(call: Call, mode: Change['mode']) {
  const before = findUser(call);
  const change = { mode, strict: switchIn(call, 'strict', false), body: bodyOf(call) };
  const user = changeUser(call.org, before, change);
  for (const eventType of eventsOf(before, user)) call.record(eventType, [userTarget(user)]);
  applyRules(call, user);
  return ok(userView(user, call));
}

function eventsOf(before: User, after: User): EventType[] {
  return [
    ...(after.profile === before.profile ? [] : ['user.account.update_profile' as const]),
    ...(after.credentials.password === before.credentials.password ? [] : ['user.account.update_password' as const]),
  ];
}

/** The first call deactivates, the second deletes. */
const deleteUser: Handler = (call) => {
  const user = findUser(call);
  if (user.status === 'DEPROVISIONED') erase(call, user);
  else deactivate(call, user);
  return noContent();
};

/** Reading and writing single users. */
export const users: Handlers = { createUser, getUser, updateUser, replaceUser, deleteUser };
