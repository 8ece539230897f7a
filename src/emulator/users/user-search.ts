import type { Attribute, Dialect } from '../filter/dialect.js';
import type { Org } from '../org/org.js';
import { attributeNamed } from '../schema/attribute.js';
import type { User } from './user.js';
import { userSchema } from './user-profile.js';

type UserAttribute = Attribute<User>;

const EQUAL: UserAttribute = { operators: ['eq'] };
const TIME: UserAttribute = { operators: ['eq', 'gt', 'ge', 'lt', 'le'], date: true };

const filterable = new Map<string, UserAttribute>([
  ['status', EQUAL],
  ['id', EQUAL],
  ['profile.login', EQUAL],
  ['profile.email', EQUAL],
  ['profile.firstName', EQUAL],
  ['profile.lastName', EQUAL],
  ['lastUpdated', TIME],
]);

/**
 * What `filter` understands in the list of users.
 *
 * Source: https://developer.okta.com/docs/reference/user-query/
 */
export const userFilter: Dialect<User> = { attribute: (name) => filterable.get(name) };

const SEARCHED: UserAttribute = { operators: ['eq', 'sw', 'pr', 'gt', 'ge', 'lt', 'le'] };
const CONTAINED: UserAttribute = { operators: [...SEARCHED.operators, 'co'] };
const SEARCHED_TIME: UserAttribute = { operators: [...TIME.operators, 'pr'], date: true };

const searchable = new Map<string, UserAttribute>([
  ['id', SEARCHED],
  ['status', SEARCHED],
  ['type.id', SEARCHED],
  ['realmId', SEARCHED],
  ['created', SEARCHED_TIME],
  ['activated', SEARCHED_TIME],
  ['statusChanged', SEARCHED_TIME],
  ['lastUpdated', SEARCHED_TIME],
  ['profile.firstName', CONTAINED],
  ['profile.lastName', CONTAINED],
  ['profile.email', CONTAINED],
  ['profile.login', CONTAINED],
]);

/**
 * What `search` understands in the list of users: also every attribute that a schema declares.
 *
 * @param org - whose schemas hold
 * @returns the dialect
 * @see https://developer.okta.com/docs/reference/user-query/
 */
export function userSearch(org: Org): Dialect<User> {
  return { attribute: (name) => searchable.get(name) ?? profileAttribute(org, name), ignoreCase: true };
}

function profileAttribute(org: Org, name: string): UserAttribute | undefined {
  const [profile, attribute = ''] = name.split('.', 2);
  if (profile !== 'profile') return undefined;
  for (const { id } of org.userTypes.values()) {
    if (attributeNamed(userSchema(org, id), attribute)) return SEARCHED;
  }
  return undefined;
}

/** Attributes whose beginning `q` is compared with. */
const QUICK = ['firstName', 'lastName', 'email'];

/**
 * What `q` finds in the list of users.
 *
 * @param q - beginning of a name or email address, any case
 * @returns the test
 */
export function userFoundBy(q: string): (user: User) => boolean {
  const wanted = q.toLowerCase();
  return ({ profile }) =>
    QUICK.some((name) =>
      String(profile[name] ?? '')
        .toLowerCase()
        .startsWith(wanted),
    );
}
