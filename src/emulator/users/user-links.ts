import type { Org } from '../org/org.js';
import type { User, UserStatus } from './user.js';

/** What a link leads to, below the address of the user. */
const actions = {
  activate: 'lifecycle/activate',
  reactivate: 'lifecycle/reactivate',
  deactivate: 'lifecycle/deactivate',
  suspend: 'lifecycle/suspend',
  unsuspend: 'lifecycle/unsuspend',
  unlock: 'lifecycle/unlock',
  resetPassword: 'lifecycle/reset_password',
  expirePassword: 'lifecycle/expire_password',
  resetFactors: 'lifecycle/reset_factors',
  forgotPassword: 'credentials/forgot_password',
  changePassword: 'credentials/change_password',
  changeRecoveryQuestion: 'credentials/change_recovery_question',
} as const;

type Action = keyof typeof actions;

/** Links that only users with a password get. */
const NEED_PASSWORD = new Set<Action>(['expirePassword', 'forgotPassword', 'changePassword', 'changeRecoveryQuestion']);

const SIGNED_UP: readonly Action[] = [
  'suspend',
  'resetPassword',
  'expirePassword',
  'forgotPassword',
  'changePassword',
  'changeRecoveryQuestion',
  'deactivate',
];

/** What can be done with a user of each status, as recorded. */
const offered: Readonly<Record<UserStatus, readonly Action[]>> = {
  STAGED: ['activate'],
  PROVISIONED: ['suspend', 'resetPassword', 'reactivate', 'deactivate'],
  ACTIVE: SIGNED_UP,
  PASSWORD_EXPIRED: SIGNED_UP,
  RECOVERY: ['suspend', 'resetPassword', 'reactivate', 'deactivate'],
  LOCKED_OUT: [...SIGNED_UP, 'unlock'],
  SUSPENDED: ['unsuspend', 'deactivate'],
  DEPROVISIONED: ['activate'],
};

/**
 * Links of a user that is read alone; those in lists have the link to themselves only.
 *
 * @param user - whose links
 * @param place - org and origin of the links
 * @returns the `_links` object
 */
export function userLinks(user: User, { org, origin }: { readonly org: Org; readonly origin: string }) {
  const self = `${origin}/api/v1/users/${user.id}`;
  const schemaId = org.userTypes.get(user.type.id)?.schemaId;
  const names = [...offered[user.status].filter((action) => isFit(user, action)), 'resetFactors' as const];
  return {
    ...Object.fromEntries(names.map((name) => [name, { href: `${self}/${actions[name]}`, method: 'POST' }])),
    ...(user.status === 'DEPROVISIONED' && { delete: { href: self, method: 'DELETE' } }),
    schema: { href: `${origin}/api/v1/meta/schemas/user/${schemaId}` },
    self: { href: self },
    type: { href: `${origin}/api/v1/meta/types/user/${user.type.id}` },
  };
}

function isFit({ credentials }: User, action: Action): boolean {
  return credentials.password !== undefined || !NEED_PASSWORD.has(action);
}
