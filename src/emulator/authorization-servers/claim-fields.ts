import { BLANK, invalid } from '../answers/fault.js';
import { objectIn, textIn, textsIn } from '../body.js';
import type { JsonObject } from '../org/json.js';
import type { OAuthClaim } from './authorization-server.js';

/** Claims that Okta fills in itself. Source: the token reference of Okta */
const RESERVED = new Set(['acr', 'aud', 'auth_time', 'cid', 'exp', 'iat', 'iss', 'jti', 'nbf', 'scp', 'uid', 'ver']);

/**
 * Reads what was sent for a claim.
 *
 * @param body - the JSON
 * @param before - the claim that it replaces
 * @returns the claim without its id
 * @throws Fault `E0000001` for what is missing, a reserved name, or another name than that of a system claim
 */
export function claimFields(body: JsonObject, before?: OAuthClaim): Omit<OAuthClaim, 'id'> {
  const name = nameOf(body, before);
  const claimType = textIn(body, 'claimType') ?? before?.claimType ?? '';
  if (claimType === '') throw invalid('claimType', BLANK);
  const valueType = textIn(body, 'valueType') ?? before?.valueType ?? 'EXPRESSION';
  const value = textIn(body, 'value') ?? '';
  if (value.trim() === '') throw invalid('value', BLANK);
  const filter = textIn(body, 'group_filter_type');
  if (valueType === 'GROUPS' && filter === undefined) throw invalid('group_filter_type', BLANK);
  return {
    name,
    status: textIn(body, 'status') ?? 'ACTIVE',
    claimType,
    valueType,
    value,
    ...(filter !== undefined && { group_filter_type: filter }),
    scopes: textsIn(objectIn(body, 'conditions') ?? {}, 'scopes'),
    system: before?.system ?? false,
    // Access tokens hold their claims always; ID tokens only if the claim says so.
    alwaysIncludeInToken: claimType === 'RESOURCE' || body['alwaysIncludeInToken'] === true,
  };
}

function nameOf(body: JsonObject, before: OAuthClaim | undefined): string {
  const name = textIn(body, 'name') ?? '';
  if (name.trim() === '') throw invalid('name', BLANK);
  if (before?.system && before.name !== name) throw invalid('name', 'The name of a system claim cannot be changed');
  if (RESERVED.has(name)) throw invalid('name', `The claim '${name}' is reserved`);
  return name;
}
