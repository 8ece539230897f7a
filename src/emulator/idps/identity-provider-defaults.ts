import type { JsonObject } from '../org/json.js';
import { kindOf } from './identity-provider-kinds.js';

const SAML_SKEW_MS = 120_000;
const UNSPECIFIED = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';

/** What the defaults of an identity provider depend on. */
export interface DefaultsSource {
  readonly id: string;
  readonly type: string;
  /** Of the protocol. */
  readonly protocol: string;
  /** Key that Okta signs with. */
  readonly keyId: string;
}

/**
 * @param source - of the identity provider
 * @returns what stands in `policy` where nothing was sent
 */
export function policyDefaults({ protocol }: DefaultsSource): JsonObject {
  return {
    provisioning: {
      action: 'AUTO',
      profileMaster: false,
      groups: { action: 'NONE' },
      conditions: { deprovisioned: { action: 'NONE' }, suspended: { action: 'NONE' } },
    },
    accountLink: { filter: null, action: 'AUTO' },
    subject: {
      userNameTemplate: { template: protocol === 'SAML2' ? 'idpuser.subjectNameId' : 'idpuser.email' },
      filter: null,
      matchType: 'USERNAME',
      matchAttribute: null,
    },
    maxClockSkew: protocol === 'SAML2' ? SAML_SKEW_MS : 0,
  };
}

/**
 * @param source - of the identity provider
 * @returns what stands in `protocol` where nothing was sent
 */
export function protocolDefaults(source: DefaultsSource): JsonObject {
  const { type, protocol } = source;
  const { endpoints } = kindOf(type);
  if (protocol === 'SAML2') return samlDefaults(source);
  if (protocol === 'OIDC' && type === 'OIDC') return { type: protocol, algorithms: oidcAlgorithms };
  const scopes = protocol === 'MTLS' ? undefined : ['openid', 'email', 'profile'];
  return { type: protocol, ...(endpoints && { endpoints }), ...(scopes && { scopes }) };
}

const oidcAlgorithms: JsonObject = { request: { signature: { algorithm: 'HS256', scope: 'NONE' } } };

function samlDefaults({ id, keyId }: DefaultsSource): JsonObject {
  return {
    type: 'SAML2',
    endpoints: {
      sso: { binding: 'HTTP-POST' },
      acs: { binding: 'HTTP-POST', type: 'INSTANCE' },
    },
    algorithms: {
      request: { signature: { algorithm: 'SHA-256', scope: 'REQUEST' } },
      response: { signature: { algorithm: 'SHA-256', scope: 'ANY' } },
    },
    settings: { nameFormat: UNSPECIFIED, honorPersistentNameId: true },
    credentials: {
      trust: { audience: `https://www.okta.com/saml2/service-provider/sp${id.slice(3)}` },
      signing: { kid: keyId },
    },
  };
}
