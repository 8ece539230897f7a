import { BLANK, invalid } from '../answers/fault.js';
import { objectIn, textIn, textsIn } from '../body.js';
import { type JsonObject, memberAt, withDefaults } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { App } from './app.js';
import { allClientKeys } from './client-credentials.js';
import { keysFrom } from './json-web-keys.js';

const APPLICATION_TYPES = ['web', 'native', 'browser', 'service'];
/** Clients that run where no secret can be kept. */
const PUBLIC_TYPES = ['native', 'browser'];
/** Ways to authenticate that need no secret. */
const WITHOUT_SECRET = ['none', 'private_key_jwt'];
/** Grants in which users are sent back to the app. */
const REDIRECTING = ['authorization_code', 'implicit'];

/** What makes an app an OIDC client. */
export interface OauthClient {
  /** Member `oauthClient` of the settings. */
  readonly settings: JsonObject;
  /** Member `oauthClient` of the credentials, without the secret. */
  readonly credentials: JsonObject;
  /** The secret that was sent. */
  readonly secret: string | undefined;
}

/** What is known when a client is made or replaced. */
export interface ClientSource {
  readonly appId: string;
  readonly credentials: JsonObject;
  readonly settings: JsonObject;
  readonly before: App | undefined;
}

/**
 * Checks and completes the OIDC part of an app.
 *
 * @param org - whose ids new keys get
 * @param source - what was sent, and the app as it was
 * @returns settings, credentials and secret as stored
 * @throws Fault `E0000001`
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/ (OPENID_CONNECT)
 */
export function oauthClientFrom(org: Org, { appId, credentials, settings, before }: ClientSource): OauthClient {
  const sentSettings = objectIn(settings, 'oauthClient') ?? {};
  const type = checkClient(sentSettings, before);
  const completed = withDefaults(sentSettings, clientDefaults(textsIn(sentSettings, 'grant_types'), type));
  const sent = objectIn(credentials, 'oauthClient') ?? {};
  const jwks = objectIn(sentSettings, 'jwks');
  const method = textIn(sent, 'token_endpoint_auth_method') ?? (PUBLIC_TYPES.includes(type) ? 'none' : BASIC);
  const { client_secret: _, ...shown } = sent;
  const client_id = memberAt(before?.credentials, ['oauthClient', 'client_id']) ?? textIn(sent, 'client_id') ?? appId;
  return {
    settings: { ...completed, ...(jwks && { jwks: { keys: keysFrom(org, jwks, allClientKeys(org, { id: appId })) } }) },
    credentials: {
      ...withDefaults(shown, { autoKeyRotation: true, client_id, token_endpoint_auth_method: method }),
      client_id,
      pkce_required: PUBLIC_TYPES.includes(type) || sent['pkce_required'] !== false,
    },
    secret: textIn(sent, 'client_secret'),
  };
}

const BASIC = 'client_secret_basic';

/** Gives the application type. */
function checkClient(settings: JsonObject, before: App | undefined): string {
  const type = textIn(settings, 'application_type');
  if (type === undefined) throw invalid('application_type', BLANK);
  if (!APPLICATION_TYPES.includes(type)) throw invalid('application_type', `'${type}' is not an application type`);
  const former = memberAt(before?.settings, ['oauthClient', 'application_type']) ?? type;
  if (former !== type) throw invalid('application_type', 'The application type cannot be changed');
  checkGrants(settings, type);
  return type;
}

function checkGrants(settings: JsonObject, type: string): void {
  const grants = textsIn(settings, 'grant_types');
  if (grants.length === 0) throw invalid('grant_types', BLANK);
  if (type === 'service' && !grants.includes('client_credentials')) {
    throw invalid('grant_types', "'client_credentials' is required for the application type 'service'");
  }
  const redirects = textsIn(settings, 'redirect_uris');
  if (redirects.length === 0 && REDIRECTING.some((grant) => grants.includes(grant))) {
    throw invalid('redirect_uris', BLANK);
  }
}

function clientDefaults(grants: readonly string[], type: string): JsonObject {
  return {
    client_uri: null,
    logo_uri: null,
    redirect_uris: [],
    response_types: responseTypes(grants),
    grant_types: [],
    application_type: type,
    consent_method: 'TRUSTED',
    issuer_mode: 'DYNAMIC',
    idp_initiated_login: { mode: 'DISABLED', default_scope: [] },
    wildcard_redirect: 'DISABLED',
    dpop_bound_access_tokens: false,
    ...(grants.includes('refresh_token') && { refresh_token: { rotation_type: 'STATIC', leeway: 0 } }),
  };
}

function responseTypes(grants: readonly string[]): string[] {
  return [
    ...(grants.includes('authorization_code') ? ['code'] : []),
    ...(grants.includes('implicit') ? ['id_token', 'token'] : []),
    ...(grants.includes('client_credentials') ? ['token'] : []),
  ].filter((type, i, all) => all.indexOf(type) === i);
}

/**
 * @param app - an OIDC client
 * @returns whether it proves with a secret who it is
 */
export function needsSecret({ credentials }: App): boolean {
  const method = memberAt(credentials, ['oauthClient', 'token_endpoint_auth_method']);
  return typeof method === 'string' && !WITHOUT_SECRET.includes(method);
}
