import type { Call } from '../call.js';
import { groupView } from '../groups/group-view.js';
import type { App } from './app.js';
import type { AppGroup } from './assignment.js';

/**
 * The assignment of a group to an app as it is answered.
 *
 * @param app - the app
 * @param appGroup - the assignment
 * @param call - the request; its `expand` may ask for `group` or `metadata`
 * @returns the JSON
 */
export function appGroupView({ id: appId }: App, appGroup: AppGroup, call: Call) {
  const { id, lastUpdated, priority, profile } = appGroup;
  const app = `${call.origin}/api/v1/apps/${appId}`;
  return {
    id,
    lastUpdated,
    priority,
    profile,
    ...embedded(appGroup, call),
    _links: {
      app: { href: app },
      self: { href: `${app}/groups/${id}` },
      group: { href: `${call.origin}/api/v1/groups/${id}` },
    },
  };
}

function embedded({ id }: AppGroup, call: Call) {
  const expand = call.query.get('expand');
  const group = call.org.groups.get(id);
  if (expand === 'group' && group) {
    return { _embedded: { group: groupView(group, { ...call, query: new URLSearchParams() }) } };
  }
  return expand === 'metadata'
    ? { _embedded: { metadata: { credentials: { requires: { credentials: false } } } } }
    : {};
}
