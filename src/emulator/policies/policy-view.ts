import type { Call } from '../call.js';
import { enrollmentSettings } from './enrollment-policy.js';
import type { Policy, PolicyRule } from './policy.js';
import { rulesOf } from './policy-store.js';
import type { Ranked } from './ranked.js';

/**
 * A policy as it is answered, alone or in a list.
 *
 * @param policy - the policy
 * @param call - the request; its `expand` may ask for `rules`
 * @returns the JSON
 */
export function policyView(policy: Policy, call: Call) {
  const { settings, ...members } = policy;
  return {
    ...members,
    ...(settings && { settings: policy.type === 'MFA_ENROLL' ? enrollmentSettings(call.org, policy) : settings }),
    ...embedded(policy, call),
    _links: policyLinks(policy, call),
  };
}

/** Source: recorded answers for `resourceType`. */
function embedded(policy: Policy, call: Call) {
  const resource = RESOURCES[policy.type];
  const expands = (call.query.get('expand') ?? '').split(',').includes('rules');
  const rules = rulesOf(call.org, policy.id).map((rule) => ruleView(policy, rule, call));
  const members = { ...(resource && { resourceType: resource }), ...(expands && { rules }) };
  return Object.keys(members).length > 0 ? { _embedded: members } : {};
}

const RESOURCES: Readonly<Partial<Record<Policy['type'], string>>> = {
  ACCESS_POLICY: 'APP',
};

function policyLinks(policy: Policy, { origin }: Call) {
  const self = `${origin}/api/v1/policies/${policy.id}`;
  return {
    ...rankedLinks(policy, self),
    rules: { href: `${self}/rules`, hints: { allow: ['GET', 'POST'] } },
    mappings: { href: `${self}/mappings`, hints: { allow: ['GET', 'POST'] } },
  };
}

/**
 * A rule as it is answered.
 *
 * @param policy - whose rule
 * @param rule - the rule
 * @param call - the request
 * @returns the JSON
 */
export function ruleView(policy: Policy, rule: PolicyRule, { origin }: Pick<Call, 'origin'>) {
  return { ...rule, _links: rankedLinks(rule, `${origin}/api/v1/policies/${policy.id}/rules/${rule.id}`) };
}

/** What came with the org can be neither deleted nor deactivated. */
function rankedLinks({ system, status }: Ranked, self: string) {
  const move = status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    self: { href: self, hints: { allow: system ? ['GET', 'PUT'] : ['GET', 'PUT', 'DELETE'] } },
    ...(!system && { [move]: { href: `${self}/lifecycle/${move}`, hints: { allow: ['POST'] } } }),
  };
}
