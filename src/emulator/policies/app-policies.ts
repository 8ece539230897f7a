import type { App } from '../apps/app.js';
import type { Org } from '../org/org.js';
import { resolved } from '../org/resolved.js';
import type { Policy } from './policy.js';
import { policiesOf } from './policy-store.js';

/** Types of policies that apps are assigned to. */
export type AppPolicyType = 'ACCESS_POLICY' | 'PROFILE_ENROLLMENT';

/**
 * @param org - where to look
 * @param app - of the org
 * @param type - of the policy
 * @returns the policy that the app is assigned to, the default one if it is assigned to none
 */
export function policyOfApp(org: Org, { id }: Pick<App, 'id'>, type: AppPolicyType): Policy {
  const assigned = [...resolved(org.appPolicies.lefts(id), org.policies)].find((policy) => policy.type === type);
  return assigned ?? defaultPolicy(org, type);
}

/**
 * Assigns an app to a policy; it leaves the one of the same type that it was assigned to.
 *
 * @param org - is changed
 * @param app - of the org
 * @param policy - of a type that apps are assigned to
 */
export function assignToPolicy(org: Org, { id }: Pick<App, 'id'>, policy: Policy): void {
  for (const other of [...resolved(org.appPolicies.lefts(id), org.policies)]) {
    if (other.type === policy.type) org.appPolicies.delete(other.id, id);
  }
  org.appPolicies.set(policy.id, id, true);
}

/**
 * @param org - where to look
 * @param policy - the policy
 * @returns the apps that it decides about, in the order of their ids
 */
export function* appsOfPolicy(org: Org, policy: Policy): Generator<App, void, undefined> {
  const { type } = policy;
  if (type !== 'ACCESS_POLICY' && type !== 'PROFILE_ENROLLMENT') return;
  for (const app of org.apps.values()) if (policyOfApp(org, app, type).id === policy.id) yield app;
}

/**
 * @param org - where to look
 * @param app - of the org
 * @param origin - scheme, host and port that links start with
 * @returns links to the policies that decide about the app
 */
export function appPolicyLinks(org: Org, app: Pick<App, 'id'>, origin: string) {
  const href = (type: AppPolicyType) => `${origin}/api/v1/policies/${policyOfApp(org, app, type).id}`;
  return { profileEnrollment: { href: href('PROFILE_ENROLLMENT') }, accessPolicy: { href: href('ACCESS_POLICY') } };
}

function defaultPolicy(org: Org, type: AppPolicyType): Policy {
  const policy = policiesOf(org, type).find(({ system }) => system);
  if (policy === undefined) throw new Error(`The org has no default policy of type ${type}`);
  return policy;
}
