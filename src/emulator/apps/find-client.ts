import { notFound } from '../answers/fault.js';
import type { Call } from '../call.js';
import type { App } from './app.js';
import { findApp } from './app-store.js';

/** Okta's word for OIDC clients in errors about what does not exist. */
const CLIENT = 'PublicClientApp';

/**
 * Finds the OIDC client that a request names by the id of its app.
 *
 * @param call - the request
 * @returns the app
 * @throws Fault `E0000007` if there is no such app, or it is no OIDC client
 */
export function findOauthClient(call: Call): App {
  const app = findApp(call);
  if (app.signOnMode !== 'OPENID_CONNECT') throw notFound(app.id, CLIENT);
  return app;
}
