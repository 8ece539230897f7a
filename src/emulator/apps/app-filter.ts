import type { Attribute, Dialect } from '../filter/dialect.js';
import { memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { App } from './app.js';

const EQUAL: Attribute<App> = { operators: ['eq'] };

/**
 * What `filter` understands in the list of apps: one comparison with `eq`.
 *
 * @param org - where assignments are looked up
 * @returns the dialect
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/#tag/Application/operation/listApplications
 */
export function appFilter({ appUsers, appGroups }: Org): Dialect<App> {
  const attributes = new Map<string, Attribute<App>>([
    ['id', EQUAL],
    ['status', EQUAL],
    ['name', EQUAL],
    ['credentials.signing.kid', EQUAL],
    ['settings.slo.enabled', { ...EQUAL, read: ({ settings }) => memberAt(settings, ['signOn', 'slo', 'enabled']) }],
    ['user.id', { ...EQUAL, holds: ({ id }, userId) => appUsers.get(id, String(userId)) !== undefined }],
    ['group.id', { ...EQUAL, holds: ({ id }, groupId) => appGroups.get(id, String(groupId)) !== undefined }],
  ]);
  return { attribute: (name) => attributes.get(name), single: true };
}
