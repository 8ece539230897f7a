import { isObject, type JsonObject } from '../org/json.js';
import { link } from '../resources/link.js';
import type { Resource, ResourceRule, ResourceRules } from '../resources/rule.js';

/** Path of the list of governance bundles. */
export const BUNDLES = '/api/v1/iam/governance/bundles';

const bundle: ResourceRule = {
  prefix: 'enb',
  kind: 'GovernanceBundle',
  unique: ['name'],
  born: () => ({ status: 'ACTIVE' }),
  fixed: ['orn', 'entitlements'],
  admit: (next, { call, before }) => {
    const orn = before?.['orn'] ?? `orn:okta:governance:${call.org.facts.id}:entitlement-bundles:${next['id']}`;
    return { ...next, orn, entitlements: before?.['entitlements'] ?? entitlementsOf(next, call.org.ids) };
  },
  view: ({ entitlements: _, ...resource }, call) => {
    const path = `${BUNDLES}/${resource['id']}`;
    const links = {
      self: link(call, path, 'GET', 'PUT', 'DELETE'),
      entitlements: link(call, `${path}/entitlements`, 'GET'),
    };
    return { ...resource, _links: links };
  },
};

/** A role and the resource sets that it is good for, each with an id of its own. */
function entitlementsOf({ entitlements }: Resource, ids: { next(prefix: string): string }): JsonObject[] {
  const given = Array.isArray(entitlements) ? entitlements.filter(isObject) : [];
  return given.map(({ role, resourceSets }) => ({
    id: ids.next('esp'),
    role,
    values: (Array.isArray(resourceSets) ? resourceSets : []).map((value) => ({ id: ids.next('ent'), value })),
  }));
}

/** Bundles of admin roles that can be requested. */
export const governance: ResourceRules = { [BUNDLES]: bundle };
