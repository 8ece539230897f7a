import { BLANK, fail, invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import type { Call } from '../call.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { App } from './app.js';
import { provisioningOf } from './provisioning-apps.js';

/** How Okta reaches an app to provision its users. */
export interface ProvisioningConnection {
  readonly authScheme: 'TOKEN' | 'OAUTH2' | 'UNKNOWN';
  readonly status: 'ENABLED' | 'DISABLED' | 'UNKNOWN';
  /** What was sent besides, without the token. */
  readonly profile: JsonObject;
  readonly baseUrl?: string;
  /** Whether there is a token, or the consent of the app. */
  readonly isAuthorized: boolean;
}

const UNKNOWN: ProvisioningConnection = { authScheme: 'UNKNOWN', status: 'UNKNOWN', profile: {}, isAuthorized: false };

/**
 * @param org - where to look
 * @param app - the app
 * @returns its connection
 */
export function connectionOf({ appConnections }: Org, { id, name }: App): ProvisioningConnection {
  const [authScheme] = provisioningOf(name)?.authSchemes ?? [];
  if (authScheme === undefined) return UNKNOWN;
  return appConnections.get(id) ?? { authScheme, status: 'DISABLED', profile: {}, isAuthorized: false };
}

/**
 * Refuses to provision an app that cannot be provisioned.
 *
 * @param app - the app
 * @throws Fault `E0000001`
 */
export function checkProvisioned({ name }: App): void {
  if (provisioningOf(name) === undefined) throw unsupported();
}

/**
 * @returns the error for an app that is not provisioned, as recorded
 */
export function unsupported() {
  return fail('E0000001', 'feature', ['feature: Provisioning is not supported.']);
}

/**
 * Makes a connection of what was sent.
 *
 * @param app - which is to be connected
 * @param body - the JSON that was sent
 * @returns the connection, switched off
 * @throws Fault `E0000001` for a scheme that the app does not have, or a missing token
 */
export function connectionFrom({ name }: App, body: JsonObject): ProvisioningConnection {
  const { token: _, ...profile } = objectIn(body, 'profile') ?? {};
  const token = textIn(objectIn(body, 'profile') ?? {}, 'token') ?? '';
  const sent = textIn(profile, 'authScheme') ?? '';
  const authScheme = provisioningOf(name)?.authSchemes.find((scheme) => scheme === sent);
  if (authScheme === undefined) throw invalid('authScheme', `The app does not support the scheme '${sent}'`);
  if (authScheme === 'TOKEN' && token === '') throw invalid('token', BLANK);
  const baseUrl = textIn(body, 'baseUrl');
  const isAuthorized = authScheme === 'TOKEN';
  return { authScheme, status: 'DISABLED', profile, isAuthorized, ...(baseUrl !== undefined && { baseUrl }) };
}

/**
 * @param connection - a connection
 * @param app - of which app
 * @param place - origin of the links
 * @returns the JSON, without the token
 */
export function connectionView(
  { authScheme, status, profile, baseUrl }: ProvisioningConnection,
  { id, name }: App,
  { origin }: Pick<Call, 'origin'>,
) {
  const self = `${origin}/api/v1/apps/${id}/connections/default`;
  const move = status === 'ENABLED' ? 'deactivate' : 'activate';
  const authorize = { href: `${origin}/admin/app/${name}/${id}/oauth2/authorize`, hints: { allow: ['GET'] } };
  return {
    authScheme,
    status,
    ...(baseUrl !== undefined && { baseUrl }),
    profile: { ...profile, authScheme },
    _links: {
      self: { href: self, hints: { allow: ['POST', 'GET'] } },
      ...(status !== 'UNKNOWN' && { [move]: { href: `${self}/lifecycle/${move}`, hints: { allow: ['POST'] } } }),
      ...(authScheme === 'OAUTH2' && { authorize }),
    },
  };
}
