import type { ErrorCode } from '../answers/error-codes.js';
import { fail } from '../answers/fault.js';
import { nowIn, type Org } from '../org/org.js';
import type { User, UserStatus } from './user.js';
import { putUser } from './user-store.js';

/** From which statuses an operation may start, and the error of every other. */
interface Transition {
  readonly from: readonly UserStatus[];
  readonly otherwise: ErrorCode;
  /** Cause in that error. */
  readonly cause?: string;
}

const WITH_PASSWORD: readonly UserStatus[] = ['ACTIVE', 'RECOVERY', 'PASSWORD_EXPIRED', 'LOCKED_OUT'];

/**
 * The life cycle as data, by operation.
 *
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/UserLifecycle/ and recorded errors
 */
const transitions = {
  activateUser: { from: ['STAGED', 'DEPROVISIONED'], otherwise: 'E0000016' },
  reactivateUser: { from: ['PROVISIONED', 'RECOVERY'], otherwise: 'E0000038' },
  deactivateUser: {
    from: ['STAGED', 'PROVISIONED', 'ACTIVE', 'RECOVERY', 'PASSWORD_EXPIRED', 'LOCKED_OUT', 'SUSPENDED'],
    otherwise: 'E0000038',
  },
  suspendUser: { from: ['ACTIVE'], otherwise: 'E0000001', cause: 'Cannot suspend a user that is not active' },
  unsuspendUser: { from: ['SUSPENDED'], otherwise: 'E0000001', cause: 'Cannot unsuspend a user that is not suspended' },
  unlockUser: { from: ['LOCKED_OUT'], otherwise: 'E0000032' },
  generateResetPasswordToken: { from: ['PROVISIONED', ...WITH_PASSWORD], otherwise: 'E0000038' },
  expirePassword: { from: WITH_PASSWORD, otherwise: 'E0000038' },
  resetFactors: {
    from: ['STAGED', 'PROVISIONED', ...WITH_PASSWORD, 'SUSPENDED'],
    otherwise: 'E0000038',
  },
  changePassword: { from: ['STAGED', 'ACTIVE', 'PASSWORD_EXPIRED', 'RECOVERY'], otherwise: 'E0000038' },
  changeRecoveryQuestion: { from: ['STAGED', 'ACTIVE', 'RECOVERY'], otherwise: 'E0000038' },
  forgotPassword: { from: ['ACTIVE'], otherwise: 'E0000034' },
} as const satisfies Record<string, Transition>;

/** Operation that depends on the status of a user. */
export type TransitionName = keyof typeof transitions;

/**
 * Refuses an operation that the status of a user does not allow.
 *
 * @param user - the user
 * @param name - the operation
 * @throws Fault the error of that operation
 */
export function checkStatus(user: User, name: TransitionName): void {
  const { from, otherwise, cause }: Transition = transitions[name];
  if (from.includes(user.status)) return;
  throw fail(otherwise, name, cause === undefined ? [] : [cause]);
}

/**
 * Changes and stores a user; a new status is stamped.
 *
 * @param org - where the user is stored
 * @param user - as stored
 * @param change - members that get new values
 * @returns the changed user
 */
export function moveUser(org: Org, user: User, change: Partial<User>): User {
  const now = nowIn(org);
  const statusChanged = change.status === undefined ? user.statusChanged : now;
  const moved = { ...user, statusChanged, lastUpdated: now, ...change };
  putUser(org, moved);
  return moved;
}
