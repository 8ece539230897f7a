import { fail } from '../answers/fault.js';
import type { Call } from '../call.js';
import { userTarget } from '../log/targets.js';
import { nowIn } from '../org/org.js';
import { checkHistory, isStrong, ownPassword, WEAK_PASSWORD, withPassword } from '../users/password.js';
import { moveUser } from '../users/transitions.js';
import type { User } from '../users/user.js';
import { actingAs } from './acting-as.js';
import { forgetFailures } from './failures.js';

/**
 * Sets the password that a user chose while signing in; they are active from then on.
 *
 * @param call - the request
 * @param user - whose password
 * @param value - the new one
 * @returns the user, stored
 * @throws Fault `E0000080` if the policy refuses it, `E0000014` if it was used lately
 */
export function setOwnPassword(call: Call, user: User, value: string): User {
  if (!isStrong(value, user.profile.login)) throw fail('E0000080', '', [WEAK_PASSWORD]);
  checkHistory(user.credentials, ownPassword(value));
  const { org } = call;
  const now = nowIn(org);
  forgetFailures(org, user.id);
  const moved = moveUser(org, user, {
    credentials: withPassword(user.credentials, ownPassword(value)),
    passwordChanged: now,
    activated: user.activated ?? now,
    ...(user.status !== 'ACTIVE' && { status: 'ACTIVE' as const }),
  });
  actingAs(call, moved).record('user.account.update_password', [userTarget(moved)]);
  return moved;
}
