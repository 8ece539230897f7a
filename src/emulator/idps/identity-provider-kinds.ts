import type { JsonObject } from '../org/json.js';

/** What the type of an identity provider decides. */
export interface IdentityProviderKind {
  /** Protocols that it may speak. */
  readonly protocols: readonly string[];
  /** Paths in `protocol` to what must be sent. */
  readonly required: readonly (readonly string[])[];
  /** Addresses of a well-known provider, which need not be sent. */
  readonly endpoints?: JsonObject;
}

const CLIENT = ['credentials', 'client', 'client_id'];
const ISSUER = ['credentials', 'trust', 'issuer'];
const TRUSTED_KEY = ['credentials', 'trust', 'kid'];

const social: IdentityProviderKind = { protocols: ['OAUTH2', 'OIDC'], required: [CLIENT] };

/** Addresses of social providers. Source: their own documentation of OAuth 2.0 */
const socialAddresses: Readonly<Record<string, readonly [authorization: string, token: string]>> = {
  APPLE: ['https://appleid.apple.com/auth/authorize', 'https://appleid.apple.com/auth/token'],
  FACEBOOK: ['https://www.facebook.com/dialog/oauth', 'https://graph.facebook.com/oauth/access_token'],
  GITHUB: ['https://github.com/login/oauth/authorize', 'https://github.com/login/oauth/access_token'],
  GITLAB: ['https://gitlab.com/oauth/authorize', 'https://gitlab.com/oauth/token'],
  GOOGLE: ['https://accounts.google.com/o/oauth2/auth', 'https://www.googleapis.com/oauth2/v3/token'],
  LINKEDIN: ['https://www.linkedin.com/oauth/v2/authorization', 'https://www.linkedin.com/oauth/v2/accessToken'],
  MICROSOFT: [
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
  ],
};

const kinds: Readonly<Record<string, IdentityProviderKind>> = {
  SAML2: { protocols: ['SAML2'], required: [['endpoints', 'sso', 'url'], ISSUER, TRUSTED_KEY] },
  X509: { protocols: ['MTLS'], required: [TRUSTED_KEY] },
  OIDC: {
    protocols: ['OIDC'],
    required: [
      CLIENT,
      ['issuer', 'url'],
      ['endpoints', 'authorization', 'url'],
      ['endpoints', 'token', 'url'],
      ['endpoints', 'jwks', 'url'],
      ['scopes'],
    ],
  },
};

/**
 * @param type - of an identity provider
 * @returns what the type decides
 */
export function kindOf(type: string): IdentityProviderKind {
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (kind) return kind;
  if (type.startsWith('IDV_')) return { protocols: ['ID_PROOFING'], required: [] };
  const addresses = Object.hasOwn(socialAddresses, type) ? socialAddresses[type] : undefined;
  return addresses ? { ...social, endpoints: endpointsAt(addresses) } : social;
}

function endpointsAt([authorization, token]: readonly [string, string]): JsonObject {
  return {
    authorization: { url: authorization, binding: 'HTTP-REDIRECT' },
    token: { url: token, binding: 'HTTP-POST' },
  };
}
