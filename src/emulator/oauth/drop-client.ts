import type { App } from '../apps/app.js';
import type { Org } from '../org/org.js';
import { clientIdOf } from './client.js';
import { dropRefreshTokens } from './refresh-token.js';

/**
 * Forgets what an app was allowed as an OAuth client.
 *
 * @param org - where from
 * @param app - an app that goes
 */
export function dropClient(org: Org, app: App): void {
  const clientId = clientIdOf(app);
  for (const grantId of [...org.consentGrants.rights(app.id)]) org.consentGrants.delete(app.id, grantId);
  dropRefreshTokens(org, (token) => token.clientId === clientId);
}
