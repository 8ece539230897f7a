import { invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import { rolesOf } from '../roles/roles-of.js';
import type { Group } from './group.js';

const LOGOS = ['medium', 'large'];

/**
 * A group as it is answered, alone or in a list.
 *
 * @param group - the group
 * @param call - the request; its `expand` may ask for `stats`
 * @returns the JSON
 */
export function groupView(group: Group, call: Call) {
  const { id, created, lastUpdated, lastMembershipUpdated, type, profile, source } = group;
  return {
    id,
    created,
    lastUpdated,
    lastMembershipUpdated,
    objectClass: [type === 'APP_GROUP' ? 'okta:windows_security_principal' : 'okta:user_group'],
    type,
    profile,
    ...(source && { source }),
    ...embedded(group, call),
    _links: linksOf(group, call),
  };
}

function embedded({ id }: Group, { query, org }: Call) {
  const expand = query.get('expand');
  if (expand === null || expand === '' || expand === 'app') return {};
  if (expand !== 'stats') throw invalid('RequestParams', 'Expand query is malformed.');
  const stats = {
    usersCount: org.members.count(id),
    appsCount: org.appGroups.countLefts(id),
    groupPushMappingsCount: 0,
    hasAdminPrivilege: rolesOf(org, { groupId: id }).length > 0,
  };
  return { _embedded: { stats } };
}

function linksOf({ id, source }: Group, { origin }: Call) {
  const self = `${origin}/api/v1/groups/${id}`;
  return {
    logo: LOGOS.map((name) => ({ name, href: `${origin}/img/logos/groups/okta-${name}.png`, type: 'image/png' })),
    ...(source && { source: { href: `${origin}/api/v1/apps/${source.id}` } }),
    users: { href: `${self}/users` },
    apps: { href: `${self}/apps` },
  };
}
