/**
 * What the log says about each kind of event.
 *
 * Source: https://developer.okta.com/docs/reference/api/event-types/
 */
export const eventTypes = {
  'user.lifecycle.create': 'Create Okta user',
  'user.lifecycle.activate': 'Activate Okta user',
  'user.lifecycle.reactivate': 'Reactivate Okta user',
  'user.lifecycle.deactivate': 'Deactivate Okta user',
  'user.lifecycle.suspend': 'Suspend Okta user',
  'user.lifecycle.unsuspend': 'Unsuspend Okta user',
  'user.lifecycle.delete.initiated': 'Delete Okta user initiated',
  'user.lifecycle.delete.completed': 'Delete Okta user completed',
  'user.account.update_profile': 'Update user profile for Okta',
  'user.account.update_password': 'User update password for Okta',
  'user.account.reset_password': 'User reset password for Okta',
  'user.account.expire_password': 'User expire password for Okta',
  'user.account.unlock_by_admin': 'Unlock user account by admin',
  'user.mfa.factor.reset_all': 'Reset all factors for user',
  'user.session.clear': 'Clear user session',
  'group.lifecycle.create': 'Create Okta group',
  'group.lifecycle.delete': 'Delete Okta group',
  'group.profile.update': 'Update Okta group profile',
  'group.user_membership.add': 'Add user to group membership',
  'group.user_membership.remove': 'Remove user from group membership',
  'group.application_assignment.add': 'Add assigned application to group',
  'group.application_assignment.remove': 'Remove assigned application from group',
  'group.application_assignment.update': 'Update assigned application of group',
  'application.lifecycle.create': 'Create application',
  'application.lifecycle.update': 'Update application',
  'application.lifecycle.activate': 'Activate application',
  'application.lifecycle.deactivate': 'Deactivate application',
  'application.lifecycle.delete': 'Delete application',
  'application.user_membership.add': 'Add user to application membership',
  'application.user_membership.remove': 'Remove user from application membership',
  'application.user_membership.update': 'Update application membership of user',
} as const;

/** Kind of an event. */
export type EventType = keyof typeof eventTypes;
