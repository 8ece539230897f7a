import { noContent, ok } from '../answers/answer.js';
import type { App } from '../apps/app.js';
import { allClientKeys, type ClientKey } from '../apps/client-credentials.js';
import { credentialLinks } from '../apps/client-secrets.js';
import { findOauthClient } from '../apps/find-client.js';
import { keyOf, withKey, withoutKey, withStatus } from '../apps/json-web-keys.js';
import { bodyOf } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { appTarget } from '../log/targets.js';
import { isObject } from '../org/json.js';
import { nowIn } from '../org/org.js';

/** In an object, as an earlier description of the operation says. */
const listJwk: Handler = (call) => {
  const app = findOauthClient(call);
  return ok({ keys: allClientKeys(call.org, app).map((key) => keyView(call, app, key)) });
};

const getJwk: Handler = (call) => {
  const app = findOauthClient(call);
  return ok(keyView(call, app, keyIn(call, app)));
};

const addJwk: Handler = (call) => {
  const app = findOauthClient(call);
  const { added, keys } = withKey(call.org, allClientKeys(call.org, app), bodyOf(call));
  store(call, app, keys);
  call.record('app.oauth2.credentials.lifecycle.create', [appTarget(app)]);
  return { status: 201, body: keyView(call, app, added) };
};

const deletejwk: Handler = (call) => {
  const app = findOauthClient(call);
  store(call, app, withoutKey(allClientKeys(call.org, app), keyIn(call, app)));
  call.record('app.oauth2.credentials.lifecycle.delete', [appTarget(app)]);
  return noContent();
};

const activateOAuth2ClientJsonWebKey = mover('ACTIVE', 'app.oauth2.credentials.lifecycle.activate');

const deactivateOAuth2ClientJsonWebKey = mover('INACTIVE', 'app.oauth2.credentials.lifecycle.deactivate');

function mover(
  status: ClientKey['status'],
  event: `app.oauth2.credentials.lifecycle.${'activate' | 'deactivate'}`,
): Handler {
  return (call) => {
    const app = findOauthClient(call);
    const key = keyIn(call, app);
    if (key.status === status) return ok(keyView(call, app, key));
    const keys = withStatus(call.org, allClientKeys(call.org, app), { key, status });
    store(call, app, keys);
    call.record(event, [appTarget(app)]);
    return ok(keyView(call, app, keyOf(keys, key.id)));
  };
}

function keyIn(call: Call, app: App): ClientKey {
  return keyOf(allClientKeys(call.org, app), pathMember(call, 'keyId'));
}

function store({ org }: Call, app: App, keys: readonly ClientKey[]): void {
  const client = app.settings['oauthClient'];
  const oauthClient = { ...(isObject(client) && client), jwks: { keys } };
  org.apps.set(app.id, { ...app, settings: { ...app.settings, oauthClient }, lastUpdated: nowIn(org) });
}

function keyView({ origin }: Call, app: App, key: ClientKey) {
  const self = `${origin}/api/v1/apps/${app.id}/credentials/jwks/${key.id}`;
  return { ...key, _links: credentialLinks(self, key.status) };
}

/** Public keys of OIDC clients. */
export const appJwks: Handlers = {
  listJwk,
  getJwk,
  addJwk,
  deletejwk,
  activateOAuth2ClientJsonWebKey,
  deactivateOAuth2ClientJsonWebKey,
};
