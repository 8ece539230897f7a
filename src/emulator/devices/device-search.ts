import type { Attribute, Dialect } from '../filter/dialect.js';
import type { Resource } from '../resources/rule.js';

const TEXT: Attribute<Resource> = { operators: ['eq', 'sw', 'pr', 'ge', 'gt', 'le', 'lt'] };
const CONTAINED: Attribute<Resource> = { operators: [...TEXT.operators, 'co'] };
const DATE: Attribute<Resource> = { ...TEXT, date: true };

/** Attributes that may be searched for a part of them. */
const PARTLY: ReadonlySet<string> = new Set([
  'profile.displayName',
  'profile.serialNumber',
  'profile.imei',
  'profile.meid',
  'profile.udid',
  'profile.sid',
]);

/**
 * What `search` understands for devices.
 *
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Device/
 */
export const deviceSearch: Dialect<Resource> = {
  attribute: (name) => {
    if (name === 'id' || name === 'status') return TEXT;
    if (name === 'lastUpdated' || name === 'created') return DATE;
    if (PARTLY.has(name)) return CONTAINED;
    return name.startsWith('profile.') ? TEXT : undefined;
  },
  ignoreCase: true,
};
