import type { Call } from '../call.js';
import type { JsonObject } from '../org/json.js';
import type { IdentityProvider } from './identity-provider.js';

const AUTHORIZE_PARAMETERS = [
  ['client_id', '{clientId}'],
  ['response_type', '{responseType}'],
  ['response_mode', '{responseMode}'],
  ['scope', '{scopes}'],
  ['redirect_uri', '{redirectUri}'],
  ['state', '{state}'],
  ['nonce', '{nonce}'],
] as const;

/**
 * @param provider - an identity provider
 * @param place - origin of the links
 * @returns the JSON
 */
export function identityProviderView(provider: IdentityProvider, { origin }: Pick<Call, 'origin'>): JsonObject {
  const { id, type, name, status, created, lastUpdated, issuerMode, protocol, policy, properties } = provider;
  return {
    id,
    issuerMode,
    name,
    status,
    created,
    lastUpdated,
    protocol,
    policy,
    type,
    ...(properties && { properties }),
    _links: linksOf(provider, origin),
  };
}

function allowing(href: string, ...allow: readonly string[]) {
  return { href, hints: { allow } };
}

function linksOf(provider: IdentityProvider, origin: string) {
  const self = `${origin}/api/v1/idps/${provider.id}`;
  const move = provider.status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    self: allowing(self, 'GET', 'PUT', 'DELETE'),
    ...protocolLinks(provider, { self, origin }),
    users: allowing(`${self}/users`, 'GET'),
    [move]: allowing(`${self}/lifecycle/${move}`, 'POST'),
  };
}

function protocolLinks(
  { id, protocol }: IdentityProvider,
  { self, origin }: { readonly self: string; readonly origin: string },
) {
  const kind = protocol['type'];
  if (kind === 'SAML2') {
    return {
      metadata: { ...allowing(`${self}/metadata.xml`, 'GET'), type: 'application/xml' },
      acs: { ...allowing(`${origin}/sso/saml2/${id}`, 'POST'), type: 'application/xml' },
      keys: allowing(`${self}/credentials/keys`, 'GET'),
    };
  }
  if (kind !== 'OIDC' && kind !== 'OAUTH2') return {};
  const query = AUTHORIZE_PARAMETERS.map(([name, value]) => `&${name}=${value}`).join('');
  return {
    authorize: { ...allowing(`${origin}/oauth2/v1/authorize?idp=${id}${query}`, 'GET'), templated: true },
    clientRedirectUri: allowing(`${origin}/oauth2/v1/authorize/callback`, 'POST'),
  };
}
