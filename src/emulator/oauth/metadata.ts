import type { Org } from '../org/org.js';
import { oktaScopes } from './grants.js';
import type { Issuer } from './issuer.js';
import { keyAlgorithms, secretAlgorithms } from './jwt.js';

const METHODS = ['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'none'];
const GRANTS = [
  'authorization_code',
  'implicit',
  'refresh_token',
  'password',
  'client_credentials',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:token-exchange',
];
const OPENID_SCOPES = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access', 'groups'];
const TOKEN_CLAIMS = ['ver', 'jti', 'iss', 'aud', 'iat', 'exp', 'cid', 'uid', 'scp', 'sub'];
const ID_CLAIMS = ['auth_time', 'amr', 'idp', 'nonce', 'name', 'given_name', 'family_name', 'email', 'email_verified'];

/**
 * What an authorization server says about itself. Endpoints that show pages to users are listed as the service
 * lists them, although the emulator has no pages.
 *
 * @param org - where scopes are stored
 * @param issuer - the server
 * @returns the JSON
 * @see RFC 8414, section 2
 */
export function oauthMetadata(org: Org, { url, endpoints, server }: Issuer) {
  return {
    issuer: url,
    authorization_endpoint: `${endpoints}/authorize`,
    token_endpoint: `${endpoints}/token`,
    registration_endpoint: `${new URL(url).origin}/oauth2/v1/clients`,
    jwks_uri: `${endpoints}/keys`,
    response_types_supported: [
      'code',
      'token',
      'id_token',
      'code id_token',
      'code token',
      'id_token token',
      'code id_token token',
    ],
    response_modes_supported: ['query', 'fragment', 'form_post', 'okta_post_message'],
    grant_types_supported: GRANTS,
    subject_types_supported: ['public'],
    scopes_supported: server ? publishedScopes(org, server.id) : [...oktaScopes(), ...OPENID_SCOPES],
    token_endpoint_auth_methods_supported: METHODS,
    claims_supported: [...TOKEN_CLAIMS, ...ID_CLAIMS],
    code_challenge_methods_supported: ['S256'],
    introspection_endpoint: `${endpoints}/introspect`,
    introspection_endpoint_auth_methods_supported: METHODS,
    revocation_endpoint: `${endpoints}/revoke`,
    revocation_endpoint_auth_methods_supported: METHODS,
    end_session_endpoint: `${endpoints}/logout`,
    request_parameter_supported: true,
    request_object_signing_alg_values_supported: [...secretAlgorithms, ...keyAlgorithms],
    device_authorization_endpoint: `${endpoints}/device/authorize`,
    pushed_authorization_request_endpoint: `${endpoints}/par`,
    dpop_signing_alg_values_supported: keyAlgorithms,
  };
}

/**
 * @param org - where scopes are stored
 * @param issuer - the server
 * @returns the JSON for clients that sign users in
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata
 */
export function openidMetadata(org: Org, issuer: Issuer) {
  return {
    ...oauthMetadata(org, issuer),
    userinfo_endpoint: `${issuer.endpoints}/userinfo`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function publishedScopes({ oauthScopes }: Org, serverId: string): readonly string[] {
  const scopes = [...oauthScopes.values(serverId)];
  return scopes.filter(({ metadataPublish }) => metadataPublish === 'ALL_CLIENTS').map(({ name }) => name);
}
