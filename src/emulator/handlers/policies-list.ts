import { ok, page } from '../answers/answer.js';
import { fail, invalid } from '../answers/fault.js';
import type { Call, Handler, Handlers } from '../call.js';
import { readIdCursor } from '../paging/cursor.js';
import { readLimit } from '../paging/read-limit.js';
import { policyOfApp } from '../policies/app-policies.js';
import { isPolicyType, type Policy, type PolicyType } from '../policies/policy.js';
import { policiesOf } from '../policies/policy-store.js';
import { policyView } from '../policies/policy-view.js';

const listPolicies: Handler = (call) => {
  const found = sorted(call, policiesOf(call.org, readType(call)).filter(predicateOf(call)));
  if ((call.query.get('limit') ?? '') === '') return ok(found.map((policy) => policyView(policy, call)));
  return pageOf(call, found);
};

/** `type` must be named; all other parameters narrow down. */
function readType({ query }: Call): PolicyType {
  const type = query.get('type') ?? '';
  if (type === '') throw fail('E0000028', 'type');
  if (!isPolicyType(type)) throw invalid('type', `'${type}' is no type of policies`);
  return type;
}

function predicateOf({ query, org }: Call): (policy: Policy) => boolean {
  const status = query.get('status') ?? '';
  const word = (query.get('q') ?? '').toLowerCase();
  const app = org.apps.get(query.get('resourceId') ?? '');
  const decides = ({ id, type }: Policy) =>
    (type === 'ACCESS_POLICY' || type === 'PROFILE_ENROLLMENT') &&
    app !== undefined &&
    policyOfApp(org, app, type).id === id;
  return (policy) =>
    (status === '' || policy.status === status) &&
    policy.name.toLowerCase().startsWith(word) &&
    (!query.has('resourceId') || decides(policy));
}

function sorted({ query }: Call, found: readonly Policy[]): readonly Policy[] {
  if (query.get('sortBy') !== 'name') return found;
  return [...found].sort((one, other) => one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1));
}

/** Policies are in the order of their priorities, so a page starts behind the place that its cursor has there. */
function pageOf(call: Call, found: readonly Policy[]) {
  const limit = readLimit(call, { standard: Number.MAX_SAFE_INTEGER, largest: Number.MAX_SAFE_INTEGER });
  const after = readIdCursor(call, { mark: '', exists: (id) => call.org.policies.get(id) !== undefined });
  const start = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1;
  const items = found.slice(start, start + limit);
  const next = start + limit < found.length ? items.at(-1)?.id : undefined;
  return page(
    items.map((policy) => policyView(policy, call)),
    { limit, next },
  );
}

/** Finding policies. */
export const policiesList: Handlers = { listPolicies };
