import { addAppMappings } from '../mappings/add-mappings.js';
import { nowIn, type Org } from '../org/org.js';

/** Attributes that the standard sign-up form asks for, as recorded. */
const asked = [
  ['firstName', 'First name'],
  ['lastName', 'Last name'],
  ['email', 'Email'],
] as const;

/** Share of the org's rate limit that a token gets. */
const SHARE = 50;

/**
 * Adds what every fresh org knows about its users: a realm, a form, mappings, and the limit of its token.
 *
 * @param org - where to; owner, token and built-in apps are there
 */
export function seedDirectory(org: Org): void {
  const now = nowIn(org);
  const times = { created: now, lastUpdated: now };
  const realm = { id: org.ids.next('guo'), ...times, isDefault: true };
  org.realms.set(realm.id, { ...realm, profile: { name: 'Default Realm', realmType: 'DEFAULT' } });
  const form = { id: org.ids.next('uis'), ...times };
  org.uiSchemas.set(form.id, { ...form, uiSchema: standardForm() });
  for (const app of org.apps.values()) addAppMappings(org, app);
  for (const { id, userId } of org.apiTokens.values()) limitToken(org, { id, userId });
}

function standardForm() {
  const elements = asked.map(([name, label]) => ({
    type: 'Control',
    scope: `#/properties/${name}`,
    label,
    options: { format: 'text' },
  }));
  return { type: 'Group', label: 'Sign in', buttonLabel: 'Submit', elements };
}

function limitToken(org: Org, token: { readonly id: string; readonly userId: string }): void {
  const now = nowIn(org).replace('.000Z', 'Z');
  const id = org.ids.next('prl');
  org.principalRateLimits.set(id, {
    id,
    orgId: org.facts.id,
    principalId: token.id,
    principalType: 'SSWS_TOKEN',
    defaultPercentage: SHARE,
    defaultConcurrencyPercentage: SHARE,
    createdDate: now,
    createdBy: token.userId,
    lastUpdate: now,
    lastUpdatedBy: token.userId,
  });
}
