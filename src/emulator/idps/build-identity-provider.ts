import { BLANK, fail, invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import { keysOf } from '../keys/key-store.js';
import { isObject, type JsonObject, memberAt, withDefaults } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import type { IdentityProvider } from './identity-provider.js';
import { policyDefaults, protocolDefaults } from './identity-provider-defaults.js';
import { kindOf } from './identity-provider-kinds.js';

const LONGEST_NAME = 100;

/**
 * Makes an identity provider of what was sent.
 *
 * @param org - where it will live
 * @param body - the JSON that was sent
 * @param before - the one that it replaces: its id, type, status and time of creation stay
 * @returns the identity provider, not stored yet
 * @throws Fault `E0000001` for what is missing or wrong
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/IdentityProvider/
 */
export function buildIdentityProvider(org: Org, body: JsonObject, before?: IdentityProvider): IdentityProvider {
  const type = typeFrom(body, before);
  const name = nameFrom(org, body, before);
  const sent = objectIn(body, 'protocol') ?? {};
  const protocol = textIn(sent, 'type') ?? '';
  checkProtocol(type, sent);
  const id = before?.id ?? org.ids.next('0oa');
  const source = { id, type, protocol, keyId: org.facts.keyId };
  const now = nowIn(org);
  const properties = objectIn(body, 'properties');
  const provider: IdentityProvider = {
    id,
    type,
    name,
    status: before?.status ?? 'ACTIVE',
    created: before?.created ?? now,
    lastUpdated: now,
    issuerMode: textIn(body, 'issuerMode') ?? 'DYNAMIC',
    protocol: withDefaults(sent, protocolDefaults(source)),
    policy: withDefaults(objectIn(body, 'policy'), policyDefaults(source)),
    ...(properties && { properties }),
  };
  checkKeys(org, provider);
  checkGroups(org, provider);
  return provider;
}

function typeFrom(body: JsonObject, before: IdentityProvider | undefined): string {
  const type = textIn(body, 'type') ?? before?.type ?? '';
  if (type === '') throw invalid('type', BLANK);
  if (before && before.type !== type) throw invalid('type', 'The type cannot be changed');
  return type;
}

function nameFrom({ identityProviders }: Org, body: JsonObject, before: IdentityProvider | undefined): string {
  const name = textIn(body, 'name') ?? '';
  if (name.trim() === '') throw invalid('name', BLANK);
  if (name.length > LONGEST_NAME) throw invalid('name', `The field is too long. The maximum is ${LONGEST_NAME}`);
  for (const other of identityProviders.values()) {
    if (other.id !== before?.id && other.name === name) throw invalid('name', 'The name is in use already');
  }
  return name;
}

function checkProtocol(type: string, protocol: JsonObject): void {
  const { protocols, required } = kindOf(type);
  const spoken = textIn(protocol, 'type') ?? '';
  if (spoken === '') throw invalid('protocol.type', BLANK);
  if (!protocols.includes(spoken)) {
    throw invalid('protocol.type', `The protocol of the type ${type} must be ${protocols.join(' or ')}`);
  }
  const missing = required.filter((path) => isEmpty(memberAt(protocol, path))).map((path) => path.join('.'));
  if (missing[0] !== undefined) {
    const causes = missing.map((path) => `protocol.${path}: ${BLANK}`);
    throw fail('E0000001', `protocol.${missing[0]}`, causes);
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Whom to trust must be known, and Okta signs with a key of its own. */
function checkKeys(org: Org, { id, protocol }: IdentityProvider): void {
  const [trusted, signing] = [memberAt(protocol, ['credentials', 'trust', 'kid']), signingKeyId(protocol)];
  if (typeof trusted === 'string' && org.identityProviderKeys.get(trusted) === undefined) {
    throw invalid('protocol.credentials.trust.kid', `There is no key '${trusted}' in the key store`);
  }
  if (signing === undefined || signing === org.facts.keyId) return;
  if (!keysOf(org, id).some(({ kid }) => kid === signing)) {
    throw invalid('protocol.credentials.signing.kid', `There is no signing key '${signing}'`);
  }
}

/**
 * @param protocol - of an identity provider
 * @returns id of the key that Okta signs its requests with
 */
export function signingKeyId(protocol: JsonObject): string | undefined {
  const kid = protocol['type'] === 'SAML2' && memberAt(protocol, ['credentials', 'signing', 'kid']);
  return typeof kid === 'string' ? kid : undefined;
}

function checkGroups({ groups }: Org, { policy }: IdentityProvider): void {
  const rule = memberAt(policy, ['provisioning', 'groups']);
  const assigned = isObject(rule) && Array.isArray(rule['assignments']) ? rule['assignments'] : [];
  const unknown = assigned.find((id) => typeof id !== 'string' || groups.get(id) === undefined);
  if (unknown !== undefined) throw invalid('policy.provisioning.groups', `There is no group '${String(unknown)}'`);
}
