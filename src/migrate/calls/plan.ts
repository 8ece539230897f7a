import type { Edit } from '../syntax/edits.js';

/** How to rewrite something, or why it has to stay as it is. */
export type Plan = readonly Edit[] | Refusal;

/** A reason to change nothing. */
export interface Refusal {
  /** Part of a sentence. */
  readonly reason: string;
}

/**
 * @param plan - of a change
 * @returns whether nothing is to be changed
 */
export const isRefusal = (plan: Plan): plan is Refusal => 'reason' in plan;

/**
 * Brings plans together.
 *
 * @param plans - for parts of one change
 * @returns all edits, or the first refusal
 */
export function joinPlans(...plans: readonly Plan[]): Plan {
  return plans.find(isRefusal) ?? plans.flatMap((plan) => (isRefusal(plan) ? [] : plan));
}
