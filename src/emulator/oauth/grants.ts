import { factsText } from '../../../generated/management/emulator-facts.js';
import type { App } from '../apps/app.js';
import { nowIn, type Org } from '../org/org.js';

/** An admin's consent that a service app may ask for a scope of Okta's own API. */
export interface ConsentGrant {
  readonly id: string;
  readonly scopeId: string;
  readonly created: string;
  readonly lastUpdated: string;
  /** Who gave it. */
  readonly createdBy: { readonly id: string; readonly type: string };
}

const SCOPE = /"(okta\.[\w.]+)"/g;

/**
 * @returns the scopes of Okta's own API, in order
 * @see https://developer.okta.com/docs/api/oauth2/
 */
export function oktaScopes(): readonly string[] {
  return [...new Set([...factsText.matchAll(SCOPE)].map(([, scope = '']) => scope))].sort();
}

/**
 * @param org - where consents are stored
 * @param app - a service app or an API service integration
 * @returns the scopes that it may ask for
 */
export function grantedScopes({ consentGrants, apiServices }: Org, { id }: App): readonly string[] {
  const service = apiServices.get(id);
  return service ? service.grantedScopes : [...consentGrants.values(id)].map(({ scopeId }) => scopeId);
}

/**
 * Lets a service app ask for a scope.
 *
 * @param org - where to
 * @param app - the app
 * @param grant - the scope, and who says so
 * @returns the consent
 */
export function addGrant(
  org: Org,
  { id: appId }: App,
  grant: Pick<ConsentGrant, 'scopeId' | 'createdBy'>,
): ConsentGrant {
  const now = nowIn(org);
  const added = { id: org.ids.next('oag'), ...grant, created: now, lastUpdated: now };
  org.consentGrants.set(appId, added.id, added);
  return added;
}
