import type { Call } from '../call.js';
import { type JsonObject, memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import { appPolicyLinks } from '../policies/app-policies.js';
import type { App } from './app.js';
import { appLinks } from './app-links.js';
import { shownSecret } from './client-secrets.js';
import { needsSecret } from './oauth-client.js';

type Place = Pick<Call, 'origin'> & { readonly org: Org };

/**
 * An app as it is read: without the secret of an OIDC client.
 *
 * @param app - the app
 * @param place - org and origin of the links
 * @returns the JSON
 */
export function appView(app: App, { org, origin }: Place): JsonObject {
  const { id, name, label, status, lastUpdated, created, signOnMode, credentials, settings, more } = app;
  return {
    id,
    orn: `orn:okta:idp:${org.facts.id}:apps:${name}:${id}`,
    name,
    label,
    status,
    lastUpdated,
    created,
    ...more,
    signOnMode,
    credentials,
    universalLogout: { status: 'UNSUPPORTED' },
    settings,
    _links: { ...appLinks(app, origin), ...appPolicyLinks(org, app, origin) },
  };
}

/**
 * An app as it is answered when it was just created or replaced: with the secret.
 *
 * @param app - the app
 * @param place - org and origin of the links
 * @returns the JSON
 */
export function savedAppView(app: App, place: Place): JsonObject {
  const view = appView(app, place);
  const shown = needsSecret(app) ? shownSecret(place.org, app) : undefined;
  if (shown === undefined) return view;
  const client = memberAt(app.credentials, ['oauthClient']) as JsonObject;
  const oauthClient = { ...client, client_secret: shown.secret };
  return { ...view, credentials: { ...app.credentials, oauthClient } };
}
