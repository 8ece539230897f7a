import type { App } from '../apps/app.js';
import { appFilter } from '../apps/app-filter.js';
import { appView } from '../apps/app-view.js';
import { checkExpand, embeddedUser } from '../apps/embedded-user.js';
import type { Handler, Handlers } from '../call.js';
import { readFilter } from '../filter/read-filter.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

const listApplications: Handler = (call) => {
  const { apps } = call.org;
  checkExpand(call);
  const filter = readFilter(call, { name: 'filter', dialect: appFilter(call.org) });
  const matches = foundBy(call.query.get('q') ?? '');
  const keep = (app: App) => matches(app) && (filter?.(app) ?? true);
  return listById(call, {
    list: 'apps',
    itemsAfter: (after) => filtered(apps.values({ after }), keep),
    exists: (id) => apps.get(id) !== undefined,
    view: (app) => ({ ...appView(app, call), ...embeddedUser(app, call) }),
  });
};

/** Name or label begins with the word. Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Application/ */
function foundBy(q: string): (app: App) => boolean {
  const wanted = q.toLowerCase();
  return ({ name, label }) => [name, label].some((text) => text.toLowerCase().startsWith(wanted));
}

/** Finding apps. */
export const appsList: Handlers = { listApplications };
