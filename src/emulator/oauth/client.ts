import type { App } from '../apps/app.js';
import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import { serviceClient } from './service-client.js';

/** How a client proves who it is. */
export type AuthMethod =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'client_secret_jwt'
  | 'private_key_jwt'
  | 'none';

/**
 * Finds the OIDC app, or the API service integration, that a client id belongs to.
 *
 * @param org - where to look
 * @param clientId - the id; of an app, unless one was chosen for it
 * @returns the app, `undefined` if there is none
 */
export function clientNamed(org: Org, clientId: string): App | undefined {
  const app = org.apps.get(clientId) ?? serviceClient(org, clientId);
  if (app && clientIdOf(app) === clientId) return app;
  for (const other of org.apps.values()) if (clientIdOf(other) === clientId) return other;
  return undefined;
}

/**
 * @param app - an app
 * @returns its client id, `undefined` if it is no OIDC app
 */
export function clientIdOf({ credentials }: App): string | undefined {
  const id = memberAt(credentials, ['oauthClient', 'client_id']);
  return typeof id === 'string' ? id : undefined;
}

/**
 * @param app - an OIDC app
 * @returns how it authenticates
 */
export function authMethodOf({ credentials }: App): unknown {
  return memberAt(credentials, ['oauthClient', 'token_endpoint_auth_method']);
}

/**
 * @param app - an OIDC app
 * @param name - member of its client settings
 * @returns the value
 */
export function clientSetting({ settings }: App, name: string): unknown {
  return memberAt(settings, ['oauthClient', name]);
}

/**
 * @param app - an OIDC app
 * @param type - a way to get a token
 * @returns whether its settings allow it
 */
export function mayUseGrant(app: App, type: string): boolean {
  const grants = clientSetting(app, 'grant_types');
  return Array.isArray(grants) && grants.includes(type);
}
