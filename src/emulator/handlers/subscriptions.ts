import { ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { isAdmin } from '../roles/roles-of.js';
import { standardRoles } from '../roles/standard-roles.js';
import { findUser } from '../users/user-store.js';

/** What Okta tells admins by mail. */
const notificationTypes = [
  'CONNECTOR_AGENT',
  'USER_LOCKED_OUT',
  'APP_IMPORT',
  'LDAP_AGENT',
  'AD_AGENT',
  'OKTA_ANNOUNCEMENT',
  'OKTA_UPDATE',
  'IWA_AGENT',
  'USER_DEPROVISION',
  'REPORT_SUSPICIOUS_ACTIVITY',
  'RATELIMIT_NOTIFICATION',
  'AGENT_AUTO_UPDATE_NOTIFICATION',
  'AGENT_AUTO_UPDATE_NOTIFICATION_LDAP',
];

/** Who gets mails: a user, or everybody with a role. */
interface Subscriber {
  readonly id: string;
  /** Address of the subscriptions. */
  readonly path: string;
  /** Admins get everything unless they say otherwise. */
  readonly standard: 'subscribed' | 'unsubscribed';
}

type FindSubscriber = (call: Call) => Subscriber;

const byUser: FindSubscriber = (call) => {
  const { id } = findUser(call);
  const standard = isAdmin(call.org, { userId: id }) ? 'subscribed' : 'unsubscribed';
  return { id, path: `users/${id}`, standard };
};

const byRole: FindSubscriber = (call) => {
  const id = pathMember(call, 'roleTypeOrRoleId');
  const known = Object.hasOwn(standardRoles, id) || call.org.customRoles.get(id) !== undefined;
  if (!known) throw notFound(id, 'Role');
  return { id, path: `roles/${id}`, standard: 'subscribed' };
};

function list(find: FindSubscriber): Handler {
  return (call) => {
    const subscriber = find(call);
    return ok(notificationTypes.map((type) => subscriptionView(call, subscriber, type)));
  };
}

function read(find: FindSubscriber): Handler {
  return (call) => ok(subscriptionView(call, find(call), typeIn(call)));
}

function change(find: FindSubscriber, status: Subscriber['standard']): Handler {
  return (call) => {
    call.org.subscriptions.set(find(call).id, typeIn(call), status);
    return { status: 200 };
  };
}

function typeIn(call: Call): string {
  const type = pathMember(call, 'notificationType');
  if (!notificationTypes.includes(type)) throw notFound(type, 'NotificationType');
  return type;
}

function subscriptionView({ org, origin }: Call, { id, path, standard }: Subscriber, notificationType: string) {
  const href = `${origin}/api/v1/${path}/subscriptions/${notificationType}`;
  const status = org.subscriptions.get(id, notificationType) ?? standard;
  return { notificationType, channels: ['email'], status, _links: { self: { href } } };
}

/** Which notifications admins get. */
export const subscriptions: Handlers = {
  listUserSubscriptions: list(byUser),
  listUserSubscriptionsByNotificationType: read(byUser),
  subscribeUserSubscriptionByNotificationType: change(byUser, 'subscribed'),
  unsubscribeUserSubscriptionByNotificationType: change(byUser, 'unsubscribed'),
  listRoleSubscriptions: list(byRole),
  listRoleSubscriptionsByNotificationType: read(byRole),
  subscribeRoleSubscriptionByNotificationType: change(byRole, 'subscribed'),
  unsubscribeRoleSubscriptionByNotificationType: change(byRole, 'unsubscribed'),
};
