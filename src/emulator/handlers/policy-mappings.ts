import { noContent, ok } from '../answers/answer.js';
import { invalid, notFound } from '../answers/fault.js';
import { appView } from '../apps/app-view.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';
import { appsOfPolicy } from '../policies/app-policies.js';
import type { Policy, PolicyMapping } from '../policies/policy.js';
import { findPolicy } from '../policies/policy-store.js';

/** Okta's word for mappings in errors about what does not exist. */
const MAPPING = 'PolicyMapping';

function policyIn(call: Call): Policy {
  return findPolicy(call.org, pathMember(call, 'policyId'));
}

const listPolicyApps: Handler = (call) => {
  const policy = policyIn(call);
  return listById(call, {
    list: 'policyApps',
    itemsAfter: (after) => filtered(appsOfPolicy(call.org, policy), ({ id }) => after === undefined || id > after),
    exists: (id) => call.org.apps.get(id) !== undefined,
    view: (app) => appView(app, call),
  });
};

/** An app that is assigned to a policy is a mapping with the id of the app. */
function mappingsOf({ org }: Call, policy: Policy): PolicyMapping[] {
  const apps = [...appsOfPolicy(org, policy)].map(({ id }) => ({ id, resourceId: id }));
  return [...apps, ...org.policyMappings.values(policy.id)];
}

function mappingIn(call: Call, policy: Policy): PolicyMapping {
  const mappingId = pathMember(call, 'mappingId');
  const mapping = mappingsOf(call, policy).find(({ id }) => id === mappingId);
  if (mapping === undefined) throw notFound(mappingId, MAPPING);
  return mapping;
}

function mappingView({ id, resourceId }: PolicyMapping, policy: Policy, { origin, org }: Call) {
  const self = `${origin}/api/v1/policies/${policy.id}`;
  const isApp = org.apps.get(resourceId) !== undefined;
  return {
    id,
    _links: {
      self: { href: `${self}/mappings/${id}`, hints: { allow: ['GET', 'DELETE'] } },
      ...(isApp && { application: { href: `${origin}/api/v1/apps/${resourceId}` } }),
      policy: { href: self },
    },
  };
}

const listPolicyMappings: Handler = (call) => {
  const policy = policyIn(call);
  return ok(mappingsOf(call, policy).map((mapping) => mappingView(mapping, policy, call)));
};

const getPolicyMapping: Handler = (call) => {
  const policy = policyIn(call);
  return ok(mappingView(mappingIn(call, policy), policy, call));
};

/** Only policies that collect signals of devices are mapped so; apps are assigned by `assignApplicationPolicy`. */
const mapResourceToPolicy: Handler = (call) => {
  const { org } = call;
  const policy = policyIn(call);
  const sent = bodyOf(call);
  const resourceId = textIn(sent, 'resourceId') ?? '';
  if (policy.type !== 'DEVICE_SIGNAL_COLLECTION') {
    throw invalid('policyId', `Resources cannot be mapped to policies of type ${policy.type}`);
  }
  if (org.policies.get(resourceId)?.type !== 'ACCESS_POLICY') {
    throw invalid('resourceId', 'There is no authentication policy with this id');
  }
  const known = [...org.policyMappings.values(policy.id)].find((mapping) => mapping.resourceId === resourceId);
  const mapping = known ?? { id: org.ids.next('prm'), resourceId };
  org.policyMappings.set(policy.id, mapping.id, mapping);
  return ok(mappingView(mapping, policy, call));
};

/** An app whose mapping goes is left to the default policy. */
const deletePolicyResourceMapping: Handler = (call) => {
  const { org } = call;
  const policy = policyIn(call);
  const { id } = mappingIn(call, policy);
  const removed = [org.appPolicies.delete(policy.id, id), org.policyMappings.delete(policy.id, id)];
  if (!removed.includes(true)) throw invalid('mappingId', 'Apps cannot be removed from the default policy');
  return noContent();
};

/** What policies are applied to. */
export const policyMappings: Handlers = {
  listPolicyApps,
  listPolicyMappings,
  getPolicyMapping,
  mapResourceToPolicy,
  deletePolicyResourceMapping,
};
