import { notFound } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import { dropKeys } from '../keys/key-store.js';
import { dropMappings } from '../mappings/add-mappings.js';
import { dropClient } from '../oauth/drop-client.js';
import type { Org } from '../org/org.js';
import { forgetRoles } from '../roles/assign-role.js';
import { APP, type App } from './app.js';
import { dropSecrets } from './client-secrets.js';

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
export function dropApp(org: Org, app: App): void {
  const { id, logoId } = app;
  for (const userId of [...org.appUsers.rights(id)]) org.appUsers.delete(id, userId);
  for (const groupId of [...org.appGroups.rights(id)]) org.appGroups.delete(id, groupId);
  for (const [path, key] of [...org.resources.pairsFrom(`/api/v1/apps/${id}/`)]) org.resources.delete(path, key);
  if (logoId !== undefined) org.images.delete(logoId);
  dropLinks(org, id);
  org.appConnections.delete(id);
  for (const name of [...org.appFeatures.rights(id)]) org.appFeatures.delete(id, name);
  dropKeys(org, id);
  dropSecrets(org, { id });
  dropClient(org, app);
  dropMappings(org, id);
  forgetRoles(org, id);
  org.schemas.delete(id);
  org.apps.delete(id);
}

/** What binds it to other apps. */
function dropLinks({ crossAppConnections, groupPushMappings, trustedClients }: Org, id: string): void {
  for (const other of [...trustedClients.rights(id)]) trustedClients.delete(id, other);
  for (const other of [...trustedClients.lefts(id)]) trustedClients.delete(other, id);
  for (const mappingId of [...groupPushMappings.rights(id)]) groupPushMappings.delete(id, mappingId);
  for (const { id: connectionId, ...ends } of [...crossAppConnections.values()]) {
    if ([ends.requestingAppInstanceId, ends.resourceAppInstanceId].includes(id))
      crossAppConnections.delete(connectionId);
  }
}
