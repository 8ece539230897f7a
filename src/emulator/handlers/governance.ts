import { type Answer, ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { isObject, type JsonObject } from '../org/json.js';
import { readLimit } from '../paging/read-limit.js';
import { link } from '../resources/link.js';
import { store, stored } from '../resources/store.js';
import { BUNDLES } from '../rules/governance.js';

const PAGE = { standard: 20, largest: 200 };

function bundleOf(call: Call): { readonly path: string; readonly entitlements: readonly JsonObject[] } {
  const id = pathMember(call, 'bundleId');
  const bundle = stored(call.org, { list: BUNDLES, key: id });
  if (bundle === undefined) throw notFound(id, 'GovernanceBundle');
  return { path: `${BUNDLES}/${id}`, entitlements: objectsIn(bundle['entitlements']) };
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A page of what stands in one bundle; the cursor is the number of items before it. */
function pageOf<T>(call: Call, items: readonly T[]): { readonly page: readonly T[]; readonly next: JsonObject } {
  const limit = readLimit(call, PAGE);
  const start = Number(call.query.get('after') ?? 0) || 0;
  const query = new URLSearchParams({ after: String(start + limit), limit: String(limit) });
  const next = start + limit < items.length ? { next: link(call, `${call.uri}?${query}`, 'GET') } : {};
  return { page: items.slice(start, start + limit), next };
}

const listBundleEntitlements: Handler = (call) => {
  const { path, entitlements } = bundleOf(call);
  const { page, next } = pageOf(call, entitlements);
  const shown = page.map(({ id, role }) => ({
    id,
    role,
    name: role,
    _links: { values: link(call, `${path}/entitlements/${id}/values`, 'GET') },
  }));
  const links = { self: link(call, `${path}/entitlements`, 'GET'), ...next, bundle: link(call, path, 'GET') };
  return ok({ entitlements: shown, _links: links });
};

const listBundleEntitlementValues: Handler = (call) => {
  const { path, entitlements } = bundleOf(call);
  const id = pathMember(call, 'entitlementId');
  const entitlement = entitlements.find((one) => one['id'] === id);
  if (entitlement === undefined) throw notFound(id, 'Entitlement');
  const { page, next } = pageOf(call, objectsIn(entitlement['values']));
  const links = {
    self: link(call, `${path}/entitlements/${id}/values`, 'GET'),
    ...next,
    bundle: link(call, path, 'GET'),
    entitlements: link(call, `${path}/entitlements`, 'GET'),
  };
  return ok({ entitlementValues: page, _links: links });
};

const STATUS = { list: '/api/v1/iam/governance/optIn' };

function optInAnswer(call: Call): Answer {
  const optInStatus = stored(call.org, STATUS)?.['optInStatus'] ?? 'OPTED_OUT';
  return ok({ optInStatus, _links: { optInStatus: link(call, STATUS.list, 'GET', 'POST') } });
}

const become =
  (optInStatus: string): Handler =>
  (call) => {
    store(call.org, STATUS, { optInStatus });
    return optInAnswer(call);
  };

/** Entitlements of bundles, and whether the org uses them. */
export const governanceHandlers: Handlers = {
  listBundleEntitlements,
  listBundleEntitlementValues,
  getOptInStatus: optInAnswer,
  optIn: become('OPTED_IN'),
  optOut: become('OPTED_OUT'),
};
