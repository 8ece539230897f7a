import type { Attribute, Dialect } from '../filter/dialect.js';
import type { Org } from '../org/org.js';
import { attributeNamed } from '../schema/attribute.js';
import type { Group } from './group.js';

type GroupAttribute = Attribute<Group>;

const EQUAL: GroupAttribute = { operators: ['eq'] };
const FILTERED_TIME: GroupAttribute = { operators: ['eq', 'gt', 'lt'], date: true };

const filterable = new Map<string, GroupAttribute>([
  ['id', EQUAL],
  ['type', EQUAL],
  ['lastUpdated', FILTERED_TIME],
  ['lastMembershipUpdated', FILTERED_TIME],
]);

/**
 * What `filter` understands in the list of groups.
 *
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Group/#tag/Group/operation/listGroups
 */
export const groupFilter: Dialect<Group> = { attribute: (name) => filterable.get(name) };

const SEARCHED: GroupAttribute = { operators: ['eq', 'sw', 'pr', 'gt', 'ge', 'lt', 'le'] };
const CONTAINED: GroupAttribute = { operators: [...SEARCHED.operators, 'co'] };
const SEARCHED_TIME: GroupAttribute = { operators: ['eq', 'gt', 'ge', 'lt', 'le', 'pr'], date: true };

const searchable = new Map<string, GroupAttribute>([
  ['id', SEARCHED],
  ['type', SEARCHED],
  ['source.id', SEARCHED],
  ['created', SEARCHED_TIME],
  ['lastUpdated', SEARCHED_TIME],
  ['lastMembershipUpdated', SEARCHED_TIME],
  ['profile.name', CONTAINED],
  ['profile.description', CONTAINED],
]);

/**
 * What `search` understands in the list of groups: also every attribute that the schema declares.
 *
 * @param org - whose schema holds
 * @returns the dialect
 */
export function groupSearch({ schemas, facts }: Org): Dialect<Group> {
  const schema = schemas.get(facts.groupSchemaId);
  const declared = (name: string) => {
    const [profile, attribute = ''] = name.split('.', 2);
    return profile === 'profile' && schema && attributeNamed(schema, attribute) ? SEARCHED : undefined;
  };
  return { attribute: (name) => searchable.get(name) ?? declared(name), ignoreCase: true };
}
