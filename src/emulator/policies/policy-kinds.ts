import type { JsonObject } from '../org/json.js';
import type { PolicyType } from './policy.js';
import { ENROLLMENT, PASSWORD } from './policy-settings.js';
import * as actions from './rule-actions.js';
import * as conditions from './rule-conditions.js';

/** What is special about the policies of a type. */
export interface PolicyKind {
  /** First three characters of ids of policies and of their rules. */
  readonly prefixes: readonly [policy: string, rule: string];
  /** `type` of the rules. */
  readonly ruleType: string;
  /** Whether admins can add policies. */
  readonly creatable: boolean;
  /** Whether policies are ordered; those that are assigned to something all have priority 1. */
  readonly ordered: boolean;
  /** Whether a policy is for groups. */
  readonly forGroups: boolean;
  /** Whether every policy has a last rule of its own, with priority 99. */
  readonly catchAll: boolean;
  /** Whether admins can add rules. */
  readonly rulesCreatable: boolean;
  /** Whether the rule that came with the org cannot be changed at all. */
  readonly systemRuleFixed?: true;
  /** Conditions besides groups. */
  readonly conditions?: JsonObject;
  readonly settings?: JsonObject;
  /** Conditions of a rule where none were sent, `null` for rules without any. */
  readonly ruleConditions: JsonObject | null;
  readonly ruleActions: JsonObject;
  /** Whether actions that were sent are filled in with these, member by member. */
  readonly fillsActions?: true;
}

const OLD: PolicyKind['prefixes'] = ['00p', '0pr'];
const NEW: PolicyKind['prefixes'] = ['rst', 'rul'];

const ordered = {
  prefixes: OLD,
  creatable: true,
  ordered: true,
  forGroups: true,
  catchAll: false,
  rulesCreatable: true,
};

const assigned = {
  prefixes: NEW,
  creatable: true,
  ordered: false,
  forGroups: false,
  catchAll: true,
  rulesCreatable: true,
};

/** Of these the org has one that it came with. */
const single = { ...assigned, creatable: false };

/**
 * The kinds of policies. Sources: the variants of `Policy` and `PolicyRule` in the description, and recorded answers for
 * prefixes, priorities and defaults.
 */
export const policyKinds: Readonly<Record<PolicyType, PolicyKind>> = {
  OKTA_SIGN_ON: {
    ...ordered,
    ruleType: 'SIGN_ON',
    ruleConditions: conditions.SIGN_ON,
    ruleActions: actions.SIGN_ON,
    fillsActions: true,
  },
  PASSWORD: {
    ...ordered,
    ruleType: 'PASSWORD',
    conditions: { authProvider: { provider: 'OKTA' } },
    settings: PASSWORD,
    ruleConditions: conditions.PEOPLE,
    ruleActions: actions.PASSWORD,
    fillsActions: true,
  },
  MFA_ENROLL: {
    ...ordered,
    ruleType: 'MFA_ENROLL',
    settings: ENROLLMENT,
    ruleConditions: conditions.PEOPLE,
    ruleActions: { enroll: { self: 'CHALLENGE' } },
  },
  IDP_DISCOVERY: {
    ...ordered,
    ruleType: 'IDP_DISCOVERY',
    creatable: false,
    forGroups: false,
    systemRuleFixed: true,
    ruleConditions: conditions.IDP_DISCOVERY,
    ruleActions: actions.IDP_DISCOVERY,
  },
  ACCESS_POLICY: {
    ...assigned,
    ruleType: 'ACCESS_POLICY',
    ruleConditions: conditions.ACCESS,
    ruleActions: actions.ACCESS,
  },
  PROFILE_ENROLLMENT: {
    ...assigned,
    ruleType: 'PROFILE_ENROLLMENT',
    rulesCreatable: false,
    ruleConditions: null,
    ruleActions: actions.PROFILE_ENROLLMENT,
    fillsActions: true,
  },
  POST_AUTH_SESSION: {
    ...single,
    ruleType: 'POST_AUTH_SESSION',
    ruleConditions: { people: conditions.PEOPLE.people },
    ruleActions: { postAuthSession: { failureActions: [] } },
  },
  SESSION_VIOLATION_DETECTION: {
    ...single,
    ruleType: 'SESSION_VIOLATION_DETECTION',
    ruleConditions: { network: conditions.PEOPLE.network },
    ruleActions: { sessionViolationDetection: { policyEvaluation: { enabled: true } } },
  },
  ENTITY_RISK: {
    ...single,
    ruleType: 'ENTITY_RISK',
    ruleConditions: { people: conditions.PEOPLE.people, entityRisk: { level: 'ANY' } },
    ruleActions: { entityRisk: { actions: [] } },
  },
  DEVICE_SIGNAL_COLLECTION: {
    ...assigned,
    ruleType: 'DEVICE_SIGNAL_COLLECTION',
    ruleConditions: { network: conditions.PEOPLE.network },
    ruleActions: { deviceSignalCollection: { deviceContextProviders: [] } },
  },
  CLIENT_UPDATE: {
    ...single,
    ruleType: 'CLIENT_UPDATE',
    ruleConditions: null,
    ruleActions: { updateControls: { actions: [{ action: 'OKTA_VERIFY_UPDATE', value: 'ALLOW' }] } },
  },
  IDENTITY_CLAIM_SOURCING: {
    ...single,
    ruleType: 'IDENTITY_CLAIM_SOURCING',
    ruleConditions: null,
    ruleActions: { claimSourcing: { redirectType: 'IDP_DISCOVERY' } },
  },
};
