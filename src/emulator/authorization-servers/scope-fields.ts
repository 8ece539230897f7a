import { BLANK, invalid, TAKEN } from '../answers/fault.js';
import { textIn } from '../body.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { OAuthScope } from './authorization-server.js';

/** Scopes of Okta's own API are given by the org's own server only. */
const RESERVED = /^okta[.:]/;
/** Source: RFC 6749, section 3.3 */
const SCOPE_TOKEN = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * Reads what was sent for a scope.
 *
 * @param body - the JSON
 * @param before - the scope that it replaces
 * @returns the scope without its id
 * @throws Fault `E0000001` for a name that is missing, malformed or reserved, or another than that of a system scope
 */
export function scopeFields(body: JsonObject, before?: OAuthScope): Omit<OAuthScope, 'id'> {
  const name = textIn(body, 'name') ?? '';
  if (name === '') throw invalid('name', BLANK);
  if (!SCOPE_TOKEN.test(name)) throw invalid('name', 'The field holds characters that are not allowed in a scope');
  if (RESERVED.test(name) && before?.system !== true)
    throw invalid('name', "Names that start with 'okta.' are reserved");
  if (before?.system && before.name !== name) throw invalid('name', 'The name of a system scope cannot be changed');
  const [displayName, description] = [textIn(body, 'displayName'), textIn(body, 'description')];
  return {
    name,
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    system: before?.system ?? false,
    metadataPublish: textIn(body, 'metadataPublish') ?? 'NO_CLIENTS',
    consent: textIn(body, 'consent') ?? 'IMPLICIT',
    default: body['default'] === true,
    optional: body['optional'] === true,
  };
}

/**
 * Stores a new or changed scope.
 *
 * @param org - where to
 * @param serverId - whose scope
 * @param scope - replaces the one with the same id
 * @throws Fault `E0000001` if another scope of the server has the name
 */
export function putScope({ oauthScopes }: Org, serverId: string, scope: OAuthScope): void {
  for (const { id, name } of oauthScopes.values(serverId)) {
    if (name === scope.name && id !== scope.id) throw invalid('name', TAKEN);
  }
  oauthScopes.set(serverId, scope.id, scope);
}
