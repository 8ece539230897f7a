import { type Answer, page } from '../answers/answer.js';
import { fail } from '../answers/fault.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { Predicate } from '../filter/compile.js';
import { readFilter } from '../filter/read-filter.js';
import type { Group } from '../groups/group.js';
import { groupFilter, groupSearch } from '../groups/group-search.js';
import { groupView } from '../groups/group-view.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';
import { listSorted, readOrder } from '../paging/list-sorted.js';
import { readLimit } from '../paging/read-limit.js';

const listGroups: Handler = (call) => {
  const q = call.query.get('q') ?? '';
  const filter = readFilter(call, { name: 'filter', dialect: groupFilter });
  const search = readFilter(call, { name: 'search', dialect: groupSearch(call.org) });
  if (q !== '' && filter) throw fail('E0000033');
  if (search) return found(call, search);
  if (filter) return inOrderOfId(call, filter);
  return q === '' ? inOrderOfId(call, () => true) : foundByWord(call, q.toLowerCase());
};

function found(call: Call, keep: Predicate<Group>): Answer {
  const order = readOrder(call);
  if (order === undefined) return inOrderOfId(call, keep);
  const items = filtered(call.org.groups.values(), keep);
  return listSorted(call, { list: 'groups', items, order, view: (group) => groupView(group, call) });
}

function inOrderOfId(call: Call, keep: Predicate<Group>): Answer {
  const { groups } = call.org;
  return listById(call, {
    list: 'groups',
    itemsAfter: (after) => filtered(groups.values({ after }), keep),
    exists: (id) => groups.get(id) !== undefined,
    view: (group) => groupView(group, call),
  });
}

/** A quick search has one page only, on which a name that is the word itself comes first. */
function foundByWord(call: Call, q: string): Answer {
  const limit = readLimit(call, 'groupsFoundByWord');
  const nameOf = ({ profile }: Group) => profile.name.toLowerCase();
  const items = [...filtered(call.org.groups.values(), (group) => nameOf(group).startsWith(q))];
  const exact = items.filter((group) => nameOf(group) === q);
  const others = items.filter((group) => nameOf(group) !== q);
  const shown = [...exact, ...others].slice(0, limit);
  return page(
    shown.map((group) => groupView(group, call)),
    { limit },
  );
}

/** Finding groups. */
export const groupsList: Handlers = { listGroups };
