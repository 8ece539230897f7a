import { grantAllByGroups, revoke } from '../apps/access.js';
import { forgetFailures } from '../authn/failures.js';
import { dropFactor, factorsOf } from '../factors/factor-store.js';
import { applyRules } from '../group-rules/apply-rules.js';
import { forgetRuleMember } from '../group-rules/rule-members.js';
import { forgetOwners } from '../groups/group-owner.js';
import { joinGroup, leaveGroup } from '../groups/membership.js';
import { forgetLinks } from '../linked-objects/linked-object-store.js';
import { userTarget } from '../log/targets.js';
import { dropRefreshTokens } from '../oauth/refresh-token.js';
import type { Org } from '../org/org.js';
import { forgetRoles } from '../roles/assign-role.js';
import { closeSessions } from '../sessions/session-store.js';
import type { Transaction } from '../transaction.js';
import { moveUser } from './transitions.js';
import type { User } from './user.js';
import { dropUser } from './user-store.js';

/**
 * Lets a user in: the status follows from the credentials, the apps from the groups.
 *
 * @param transaction - the org, and its log
 * @param user - staged or deactivated
 */
export function activate(transaction: Transaction, user: User): void {
  const { org, record } = transaction;
  const { password, provider } = user.credentials;
  const ready = password !== undefined || provider.type !== 'OKTA';
  const moved = moveUser(org, user, { status: ready ? 'ACTIVE' : 'PROVISIONED' });
  const activated = { ...moved, activated: moved.statusChanged };
  org.users.set(user.id, activated);
  record('user.lifecycle.activate', [userTarget(activated)]);
  joinGroup(transaction, org.facts.everyoneId, activated);
  grantAllByGroups(transaction, activated);
  applyRules(transaction, activated);
}

/**
 * Shuts a user out: password, apps and tokens are gone, groups stay but for Everyone.
 *
 * @param transaction - the org, and its log
 * @param user - in any other status
 */
export function deactivate(transaction: Transaction, user: User): void {
  const { org, record } = transaction;
  const { password: _, ...credentials } = user.credentials;
  const moved = moveUser(org, user, { status: 'DEPROVISIONED', credentials });
  record('user.lifecycle.deactivate', [userTarget(moved)]);
  for (const appId of [...org.appUsers.lefts(user.id)]) revoke(transaction, appId, user.id);
  leaveGroup(transaction, org.facts.everyoneId, moved);
  forgetRoles(org, user.id);
  dropTokens(org, user.id);
  dropRefreshTokens(org, ({ userId }) => userId === user.id);
  closeSessions(org, user.id);
  forgetFailures(org, user.id);
}

function dropTokens({ apiTokens }: Org, userId: string): void {
  const secrets = [...apiTokens.keys()].filter((secret) => apiTokens.get(secret)?.userId === userId);
  for (const secret of secrets) apiTokens.delete(secret);
}

/**
 * Forgets a deactivated user.
 *
 * @param transaction - the org, and its log
 * @param user - who goes
 */
export function erase({ org, record }: Transaction, user: User): void {
  record('user.lifecycle.delete.initiated', [userTarget(user)]);
  for (const groupId of [...org.members.lefts(user.id)]) org.members.delete(groupId, user.id);
  forgetRuleMember(org, user.id);
  forgetLinks(org, user.id);
  forgetOwners(org, user.id);
  org.userRisks.delete(user.id);
  org.classifications.delete(user.id);
  for (const factor of factorsOf(org, user.id)) dropFactor(org, user.id, factor);
  dropUser(org, user);
  record('user.lifecycle.delete.completed', [userTarget(user)]);
}
