import { type Answer, noContent, ok } from '../answers/answer.js';
import { bodyOf } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { Attribute, Dialect } from '../filter/dialect.js';
import { readFilter } from '../filter/read-filter.js';
import type { EventType } from '../log/event-types.js';
import { nowIn } from '../org/org.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';
import { listSorted, readOrder } from '../paging/list-sorted.js';
import type { Realm } from '../realms/realm.js';
import { checkDeletable, checkRealmCount, findRealm, realmProfileFrom } from '../realms/realm-store.js';

const SEARCHED: Attribute<Realm> = { operators: ['eq', 'sw', 'pr', 'gt', 'ge', 'lt', 'le'] };
const TIME: Attribute<Realm> = { operators: ['eq', 'gt', 'ge', 'lt', 'le', 'pr'], date: true };
const searchable = new Map<string, Attribute<Realm>>([
  ['id', SEARCHED],
  ['isDefault', { operators: ['eq', 'pr'] }],
  ['created', TIME],
  ['lastUpdated', TIME],
  ['profile.name', { operators: [...SEARCHED.operators, 'co'] }],
  ['profile.realmType', SEARCHED],
  ['profile.domains', SEARCHED],
]);
const dialect: Dialect<Realm> = { attribute: (name) => searchable.get(name), ignoreCase: true };

const createRealm: Handler = (call) => {
  const { org } = call;
  checkRealmCount(org);
  const profile = realmProfileFrom(org, bodyOf(call));
  const times = { created: nowIn(org), lastUpdated: nowIn(org) };
  return save(
    call,
    { id: org.ids.next('guo'), ...times, isDefault: false, profile },
    'directory.realm.lifecycle.create',
  );
};

function save(call: Call, realm: Realm, event: EventType): Answer {
  call.org.realms.set(realm.id, realm);
  record(call, realm, event);
  return ok(realmView(realm, call));
}

function record(call: Call, { id, profile }: Realm, event: EventType): void {
  call.record(event, [{ id, type: 'Realm', alternateId: 'unknown', displayName: profile.name }]);
}

function realmView(realm: Realm, { origin }: Call) {
  const self = { rel: 'self', href: `${origin}/api/v1/realms/${realm.id}`, method: 'GET' };
  return { ...realm, _links: { self } };
}

const getRealm: Handler = (call) => ok(realmView(findRealm(call), call));

const replaceRealm: Handler = (call) => {
  const before = findRealm(call);
  const profile = realmProfileFrom(call.org, bodyOf(call), before);
  return save(call, { ...before, profile, lastUpdated: nowIn(call.org) }, 'directory.realm.lifecycle.update');
};

const deleteRealm: Handler = (call) => {
  const realm = findRealm(call);
  checkDeletable(call.org, realm);
  call.org.realms.delete(realm.id);
  record(call, realm, 'directory.realm.lifecycle.delete');
  return noContent();
};

const listRealms: Handler = (call) => {
  const { realms } = call.org;
  const search = readFilter(call, { name: 'search', dialect });
  const keep = search ?? (() => true);
  const order = search ? readOrder(call) : undefined;
  const list = search ? ('realmsFound' as const) : ('realms' as const);
  const view = (realm: Realm) => realmView(realm, call);
  if (order) return listSorted(call, { list, items: filtered(realms.values(), keep), order, view });
  return listById(call, {
    list,
    itemsAfter: (after) => filtered(realms.values({ after }), keep),
    exists: (id) => realms.get(id) !== undefined,
    view,
  });
};

/** Parts of the org with admins of their own. */
export const realms: Handlers = { createRealm, getRealm, replaceRealm, deleteRealm, listRealms };
