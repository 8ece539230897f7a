import { invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import { parse } from '../filter/parse.js';
import type { App } from './app.js';
import { appUserView } from './app-user-view.js';

const EXPAND = /^user\/([^/]+)$/;

/**
 * What `expand=user/{userId}` adds to apps: how the user is assigned.
 *
 * @param app - the app
 * @param call - the request
 * @returns an object with `_embedded`, empty if nothing was asked for or the user is not assigned
 * @throws Fault `E0000001` if the parameter cannot be read
 */
export function embeddedUser(app: App, call: Call) {
  const userId = expandedUser(call);
  const appUser = userId === undefined ? undefined : call.org.appUsers.get(app.id, userId);
  return appUser ? { _embedded: { user: appUserView(app, appUser, call) } } : {};
}

/**
 * Refuses a list that embeds a user without filtering by the same one.
 *
 * @param call - a request for a list of apps
 * @throws Fault `E0000001`
 */
export function checkExpand(call: Call): void {
  const userId = expandedUser(call);
  if (userId === undefined) return;
  const filter = parse(call.query.get('filter') || 'id pr');
  const same = filter.kind === 'compare' && filter.attribute === 'user.id' && filter.value === userId;
  if (!same) throw malformed();
}

function expandedUser({ query }: Call): string | undefined {
  const expand = query.get('expand');
  if (expand === null || expand === '') return undefined;
  const userId = EXPAND.exec(expand)?.[1];
  if (userId === undefined) throw malformed();
  return userId;
}

function malformed() {
  return invalid('RequestParams', 'Expand query is malformed.');
}
