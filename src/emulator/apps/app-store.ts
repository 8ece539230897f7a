import { notFound } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { Org } from '../org/org.js';
import { APP, type App } from './app.js';

/**
 * Finds the app that a request names.
 *
 * @param call - the request
 * @returns the app
 * @throws Fault `E0000007` if there is none
 */
export function findApp(call: Call): App {
  const id = pathMember(call, 'appId');
  const app = call.org.apps.get(id);
  if (app === undefined) throw notFound(id, APP);
  return app;
}

/**
 * Forgets an app and all assignments to it.
 *
 * @param org - where from
 * @param app - what goes
 */
export function dropApp(org: Org, { id }: App): void {
  for (const userId of [...org.appUsers.rights(id)]) org.appUsers.delete(id, userId);
  for (const groupId of [...org.appGroups.rights(id)]) org.appGroups.delete(id, groupId);
  org.apps.delete(id);
}
