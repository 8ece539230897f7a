import { type JsonObject, withDefaults } from '../org/json.js';
import type { Org } from '../org/org.js';
import { assignToPolicy } from '../policies/app-policies.js';
import { newPolicy } from '../policies/build-policy.js';
import { addCatchAll, newRule } from '../policies/build-rule.js';
import type { Policy, PolicyType } from '../policies/policy.js';
import { policyKinds } from '../policies/policy-kinds.js';
import { DEFAULT_ENROLLMENT, DEFAULT_PASSWORD, PASSWORD } from '../policies/policy-settings.js';
import { policiesOf } from '../policies/policy-store.js';
import { PASSWORD_ONLY, SIGN_ON, TWO_FACTORS } from '../policies/rule-actions.js';

/** A policy that every org has. */
interface BuiltIn {
  readonly type: PolicyType;
  readonly name: string;
  readonly description?: string;
  /** Whether admins may change and delete it. */
  readonly custom?: true;
  readonly settings?: JsonObject;
  /** Of its last rule; the default of the type unless given. */
  readonly actions?: JsonObject;
  /** Name of the built-in app that it decides about. */
  readonly app?: string;
}

const LAST_RESORT = 'The default policy applies in all situations if no other policy applies.';

/** Source: recorded answers of fresh orgs. */
const builtIn: readonly BuiltIn[] = [
  {
    type: 'OKTA_SIGN_ON',
    name: 'Default Policy',
    description: LAST_RESORT,
    actions: { signon: { ...SIGN_ON.signon, session: { ...SIGN_ON.signon.session, maxSessionIdleMinutes: 120 } } },
  },
  {
    type: 'PASSWORD',
    name: 'Default Policy',
    description: LAST_RESORT,
    settings: withDefaults(DEFAULT_PASSWORD, PASSWORD),
  },
  { type: 'MFA_ENROLL', name: 'Default Policy', description: LAST_RESORT, settings: DEFAULT_ENROLLMENT },
  { type: 'IDP_DISCOVERY', name: 'Idp Discovery Policy' },
  {
    type: 'ACCESS_POLICY',
    name: 'Any two factors',
    description: 'Require two factors to access.',
    actions: TWO_FACTORS,
  },
  access('Okta Admin Console', { actions: TWO_FACTORS, app: 'saasure' }),
  access('Okta Dashboard', { app: 'okta_enduser' }),
  access('Okta Browser Plugin', { app: 'okta_browser_plugin' }),
  access('Password only', { actions: PASSWORD_ONLY, description: 'Require a password only.' }),
  access('One factor access', { description: 'Require one factor.' }),
  access('Seamless access based on risk context', {}),
  access('Seamless access based on network context', {}),
  { type: 'PROFILE_ENROLLMENT', name: 'Default Policy', description: LAST_RESORT },
  { type: 'POST_AUTH_SESSION', name: 'Session Protection Policy' },
  { type: 'SESSION_VIOLATION_DETECTION', name: 'Session Violation Detection Policy' },
  { type: 'ENTITY_RISK', name: 'Entity Risk Policy' },
];

function access(name: string, more: Pick<BuiltIn, 'actions' | 'app' | 'description'>): BuiltIn {
  return { type: 'ACCESS_POLICY', name, custom: true, ...more };
}

/**
 * Adds the policies that every org has, each with its last rule.
 *
 * @param org - where to; the group of everyone is there
 */
export function seedPolicies(org: Org): void {
  for (const entry of builtIn) {
    const policy = policyFrom(org, entry);
    org.policies.set(policy.id, policy);
    addCatchAll(org, policy, entry.actions);
    addDefaultRule(org, policy, entry.actions);
  }
}

/**
 * Puts each built-in app under the policy that is made for it.
 *
 * @param org - where policies and built-in apps are
 */
export function assignBuiltInApps(org: Org): void {
  const policies = policiesOf(org, 'ACCESS_POLICY');
  for (const { name, app: appName } of builtIn) {
    const app = [...org.apps.values()].find((candidate) => candidate.name === appName);
    const policy = policies.find((candidate) => candidate.name === name);
    if (app && policy) assignToPolicy(org, app, policy);
  }
}

function policyFrom(org: Org, { type, name, description, custom, settings }: BuiltIn): Policy {
  const { forGroups, conditions = {} } = policyKinds[type];
  const people = { groups: { include: [org.facts.everyoneId] } };
  const draft = {
    type,
    name,
    description: description ?? null,
    conditions: forGroups ? { people, ...conditions } : null,
  };
  return { ...newPolicy(org, { ...draft, ...(settings && { settings }) }), system: custom === undefined };
}

/** Policies without a catch-all rule have a default one. */
function addDefaultRule(org: Org, policy: Policy, actions?: JsonObject): void {
  const { catchAll, ruleType, ruleConditions, ruleActions } = policyKinds[policy.type];
  if (catchAll) return;
  const draft = { type: ruleType, name: 'Default Rule', conditions: ruleConditions, actions: actions ?? ruleActions };
  const rule = { ...newRule(org, policy, draft), system: true };
  org.policyRules.set(policy.id, rule.id, rule);
}
