import type { App } from '../apps/app.js';
import type { Call } from '../call.js';
import { clientIdOf } from './client.js';
import type { ConsentGrant } from './grants.js';

/**
 * A consent as it is answered.
 *
 * @param app - who got it
 * @param grant - the consent
 * @param call - the request, for the origin of links
 * @returns the JSON
 */
export function grantView(app: App, grant: ConsentGrant, { origin }: Call) {
  const { id, scopeId, created, lastUpdated, createdBy } = grant;
  const self = `${origin}/api/v1/apps/${app.id}`;
  const clientId = clientIdOf(app) ?? app.id;
  return {
    id,
    status: 'ACTIVE',
    created,
    createdBy,
    lastUpdated,
    issuer: origin,
    clientId,
    scopeId,
    source: 'ADMIN',
    _embedded: { scope: { id: scopeId } },
    _links: {
      app: { href: self, title: app.label },
      self: { href: `${self}/grants/${id}`, hints: { allow: ['GET', 'DELETE'] } },
      client: { href: `${origin}/oauth2/v1/clients/${clientId}`, title: app.label },
    },
  };
}
