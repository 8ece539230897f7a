import { type Answer, noContent, ok } from '../answers/answer.js';
import { fail, notFound } from '../answers/fault.js';
import { APP, type App } from '../apps/app.js';
import { featureNamed, featuresOf, featureView, putFeature } from '../apps/app-features.js';
import { findApp } from '../apps/app-store.js';
import {
  checkProvisioned,
  connectionFrom,
  connectionOf,
  connectionView,
  type ProvisioningConnection,
} from '../apps/provisioning-connection.js';
import { bodyOf, switchIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { certifiedKeyView } from '../keys/certified-key.js';
import { keyOfOrg } from '../keys/key-store.js';
import { appTarget } from '../log/targets.js';

const getDefaultProvisioningConnectionForApplication: Handler = (call) => {
  const app = findApp(call);
  return ok(connectionView(connectionOf(call.org, app), app, call));
};

const updateDefaultProvisioningConnectionForApplication: Handler = (call) => {
  const app = findApp(call);
  checkProvisioned(app);
  const connection = connectionFrom(app, bodyOf(call));
  const isOn = switchIn(call, 'activate', false) && connection.isAuthorized;
  const stored = { ...connection, status: isOn ? ('ENABLED' as const) : connection.status };
  store(call, app, stored);
  return ok(connectionView(stored, app, call));
};

function mover(status: 'ENABLED' | 'DISABLED'): Handler {
  return (call) => {
    const app = findApp(call);
    checkProvisioned(app);
    const connection = connectionOf(call.org, app);
    if (status === 'ENABLED' && !connection.isAuthorized) {
      throw fail('E0000001', 'connection', ['connection: The app has not been authorized yet.']);
    }
    if (connection.status !== status) store(call, app, { ...connection, status });
    return noContent();
  };
}

/** Where the app sends an admin back to after they agreed. */
const verify = (call: Call, name: string): Answer => {
  const app = findApp(call);
  if (app.name !== name) throw notFound(app.id, APP);
  checkProvisioned(app);
  store(call, app, { ...connectionOf(call.org, app), status: 'ENABLED', isAuthorized: true });
  return noContent();
};

function store(call: Call, app: App, connection: ProvisioningConnection): void {
  call.org.appConnections.set(app.id, connection);
  call.record('application.lifecycle.update', [appTarget(app)]);
}

const getUserProvisioningConnectionJWKS: Handler = (call) => {
  const app = findApp(call);
  if (connectionOf(call.org, app).authScheme !== 'OAUTH2') throw notFound(app.id, 'Connection');
  return ok({ jwks: { keys: [certifiedKeyView(keyOfOrg(call.org))] } });
};

const listFeaturesForApplication: Handler = (call) => {
  const app = findApp(call);
  return ok(featuresOf(call.org, app).map((name) => featureView(app, name, call)));
};

const getFeatureForApplication: Handler = (call) => {
  const app = findApp(call);
  return ok(featureView(app, featureNamed(call.org, app, pathMember(call, 'name')), call));
};

const updateFeatureForApplication: Handler = (call) => {
  const app = findApp(call);
  const name = featureNamed(call.org, app, pathMember(call, 'name'));
  putFeature(call.org, app, { name, sent: bodyOf(call) });
  call.record('application.lifecycle.update', [appTarget(app)]);
  return ok(featureView(app, name, call));
};

/** Nobody is asked for consent here, so there is nothing to set up. */
const configureCapabilityApplication: Handler = (call) => {
  findApp(call);
  return noContent();
};

/** How users get into apps, and out of them. */
export const appProvisioning: Handlers = {
  getDefaultProvisioningConnectionForApplication,
  updateDefaultProvisioningConnectionForApplication,
  activateDefaultProvisioningConnectionForApplication: mover('ENABLED'),
  deactivateDefaultProvisioningConnectionForApplication: mover('DISABLED'),
  verifyProvisioningConnectionForApplication: (call) => verify(call, pathMember(call, 'appName')),
  verifyProvisioningConnectionForGoogleApplication: (call) => verify(call, 'google'),
  verifyProvisioningConnectionForOfficeApplication: (call) => verify(call, 'office365'),
  getUserProvisioningConnectionJWKS,
  listFeaturesForApplication,
  getFeatureForApplication,
  updateFeatureForApplication,
  configureCapabilityApplication,
};
