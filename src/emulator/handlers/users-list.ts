import { type Answer, page } from '../answers/answer.js';
import { fail } from '../answers/fault.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { Predicate } from '../filter/compile.js';
import { readFilter } from '../filter/read-filter.js';
import { cut, filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';
import { listSorted, readOrder } from '../paging/list-sorted.js';
import { readLimit } from '../paging/read-limit.js';
import type { User } from '../users/user.js';
import { projectionFor } from '../users/user-fields.js';
import { userFilter, userFoundBy, userSearch } from '../users/user-search.js';
import { embeddedIn, listedUser } from '../users/user-view.js';

/** What stands in front of the id in a cursor of this list, as recorded. */
const MARK = '2';

const listUsers: Handler = (call) => {
  const q = call.query.get('q') ?? '';
  const filter = readFilter(call, { name: 'filter', dialect: userFilter });
  const search = readFilter(call, { name: 'search', dialect: userSearch(call.org) });
  if (q !== '' && filter) throw fail('E0000033');
  if (search) return found(call, search);
  if (filter) return inOrderOfId(call, filter);
  return q === '' ? inOrderOfId(call, isShown) : foundByWord(call, q);
};

function found(call: Call, keep: Predicate<User>): Answer {
  const order = readOrder(call);
  if (order === undefined) return inOrderOfId(call, keep);
  const items = filtered(call.org.users.values(), keep);
  return listSorted(call, { list: 'users', items, order, view: viewFor(call) });
}

function inOrderOfId(call: Call, keep: Predicate<User>): Answer {
  const { users } = call.org;
  return listById(call, {
    list: 'users',
    itemsAfter: (after) => filtered(users.values({ after }), keep),
    exists: (id) => users.get(id) !== undefined,
    mark: MARK,
    view: viewFor(call),
  });
}

/** A quick search has one page only. */
function foundByWord(call: Call, q: string): Answer {
  const limit = readLimit(call, 'usersFoundByWord');
  const matches = userFoundBy(q);
  const { items } = cut(
    filtered(call.org.users.values(), (user) => isShown(user) && matches(user)),
    limit,
  );
  return page(items.map(viewFor(call)), { limit });
}

/** Deactivated users are found only by those who say what they look for. */
function isShown({ status }: User): boolean {
  return status !== 'DEPROVISIONED';
}

function viewFor(call: Call): (user: User) => unknown {
  const project = projectionFor(call.query.get('fields'));
  return (user) => project({ ...listedUser(user, call), ...embeddedIn(user, call) });
}

/** Finding users. */
export const usersList: Handlers = { listUsers };
