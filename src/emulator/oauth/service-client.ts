import type { App } from '../apps/app.js';
import type { Org } from '../org/org.js';

/** An integration has no settings of its own: it sends its secret, and acts by itself. */
const OAUTH_CLIENT = {
  credentials: { token_endpoint_auth_method: 'client_secret_basic' },
  settings: { application_type: 'service', grant_types: ['client_credentials'] },
};

/**
 * An API service integration in the shape of the app that it is to the token endpoint.
 *
 * @param org - where integrations are stored
 * @param id - of an integration, which is its client id, too
 * @returns the client, `undefined` if there is no such integration
 * @see https://developer.okta.com/docs/guides/build-api-integration/main/
 */
export function serviceClient({ apiServices }: Org, id: string): App | undefined {
  const service = apiServices.get(id);
  if (service === undefined) return undefined;
  return {
    id,
    name: service.type,
    label: service.type,
    status: 'ACTIVE',
    created: service.createdAt,
    lastUpdated: service.createdAt,
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: { client_id: id, ...OAUTH_CLIENT.credentials } },
    settings: { oauthClient: OAUTH_CLIENT.settings },
    more: {},
  };
}
