import type { JsonObject } from '../org/json.js';
import type { Ranked } from './ranked.js';

/** Kinds of policies. */
export const policyTypes = [
  'OKTA_SIGN_ON',
  'PASSWORD',
  'MFA_ENROLL',
  'IDP_DISCOVERY',
  'ACCESS_POLICY',
  'PROFILE_ENROLLMENT',
  'POST_AUTH_SESSION',
  'SESSION_VIOLATION_DETECTION',
  'ENTITY_RISK',
  'DEVICE_SIGNAL_COLLECTION',
  'CLIENT_UPDATE',
  'IDENTITY_CLAIM_SOURCING',
] as const;

/** One of {@link policyTypes}. */
export type PolicyType = (typeof policyTypes)[number];

/** What policies of the org and their rules have in common; those that came with it are always last, and locked. */
export interface Conditional extends Ranked {
  readonly conditions: JsonObject | null;
}

/** A policy of the org. */
export interface Policy extends Conditional {
  readonly type: PolicyType;
  readonly description: string | null;
  /** Only of types that have settings. */
  readonly settings?: JsonObject;
}

/** A rule of a policy. */
export interface PolicyRule extends Conditional {
  readonly type: string;
  readonly actions: JsonObject;
}

/** What a policy is applied to, besides the apps that are assigned to it. */
export interface PolicyMapping {
  readonly id: string;
  readonly resourceId: string;
}

/** Okta's word for policies in errors about what does not exist. */
export const POLICY = 'Policy';
/** Okta's word for rules in errors about what does not exist. */
export const POLICY_RULE = 'PolicyRule';

/**
 * @param value - any text
 * @returns whether it names a kind of policies
 */
export function isPolicyType(value: unknown): value is PolicyType {
  return policyTypes.some((type) => type === value);
}
