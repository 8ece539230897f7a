import { objectIn } from '../body.js';
import { type JsonObject, memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import { includedGroups, textsAt } from './build-policy.js';
import type { Conditional, Policy, PolicyRule, PolicyType } from './policy.js';
import { policiesOf, rulesOf } from './policy-store.js';

/** Whether something holds; `UNDEFINED` if what was sent does not tell. */
type Match = 'MATCH' | 'NOT_MATCH' | 'UNDEFINED';

/** Whom, and what, a simulation assumes. */
export interface Circumstances {
  readonly userId: string;
  readonly groupIds: ReadonlySet<string>;
  /** `undefined` if nothing was said. */
  readonly zoneIds: ReadonlySet<string> | undefined;
}

interface Judged {
  readonly status: Match;
  readonly conditions: readonly { readonly type: string; readonly status: Match }[];
}

/**
 * Reads whom a simulation is about.
 *
 * @param org - whose group of everyone the user is in
 * @param sent - one request of the simulation
 * @returns the circumstances
 */
export function circumstancesFrom(org: Org, sent: JsonObject): Circumstances {
  const context = objectIn(sent, 'policyContext') ?? {};
  const groupIds = new Set([org.facts.everyoneId, ...textsAt(context, ['groups', 'ids'])]);
  const zoneIds = memberAt(context, ['zones', 'ids']) === undefined ? undefined : textsAt(context, ['zones', 'ids']);
  return {
    userId: String(memberAt(context, ['user', 'id']) ?? ''),
    groupIds,
    zoneIds: zoneIds && new Set(zoneIds),
  };
}

/**
 * Evaluates the policies of a type.
 *
 * @param org - where they are
 * @param type - of the policies
 * @param simulation - those that come into question, and the circumstances
 * @returns what decided, what was looked at before, and what could not be told
 */
export function simulate(org: Org, type: PolicyType, { policies = policiesOf(org, type), circumstances }: Simulation) {
  const judged = policies
    .filter(({ status }) => status === 'ACTIVE')
    .map((policy) => judgePolicy(org, policy, circumstances));
  const decisive = judged.find(({ status }) => status === 'MATCH');
  return {
    status: decisive === undefined ? ('NOT_MATCH' as const) : decisive.status,
    policyType: [type],
    result: { policies: decisive === undefined ? [] : [decisive] },
    evaluated: { policies: judged.filter(({ status }) => status !== 'UNDEFINED') },
    undefined: { policies: judged.filter(({ status }) => status === 'UNDEFINED') },
  };
}

/** What is simulated. */
export interface Simulation {
  /** All of the type unless given. */
  readonly policies?: readonly Policy[] | undefined;
  readonly circumstances: Circumstances;
}

function judgePolicy(org: Org, policy: Policy, circumstances: Circumstances) {
  const own = judge(policy, circumstances);
  const rules = rulesOf(org, policy.id).filter(({ status }) => status === 'ACTIVE');
  const judged = rules.map((rule) => ({ ...namesOf(rule), ...judge(rule, circumstances) }));
  const deciding = judged.find(({ status }) => status !== 'NOT_MATCH');
  const status = own.status === 'MATCH' ? (deciding?.status ?? 'NOT_MATCH') : own.status;
  return { ...namesOf(policy), ...own, status, rules: deciding === undefined ? [] : [deciding] };
}

function namesOf({ id, name }: Policy | PolicyRule) {
  return { id, name };
}

function judge({ conditions }: Conditional, circumstances: Circumstances): Judged {
  const judged = Object.entries(conditions ?? {}).flatMap(([type, condition]) => {
    const judgeOne = judges[type];
    return judgeOne === undefined ? [] : [{ type, status: judgeOne(condition, circumstances) }];
  });
  const statuses = judged.map(({ status }) => status);
  const undecided = statuses.includes('UNDEFINED') ? 'UNDEFINED' : 'MATCH';
  return { status: statuses.includes('NOT_MATCH') ? 'NOT_MATCH' : undecided, conditions: judged };
}

const judges: Readonly<Record<string, (condition: unknown, circumstances: Circumstances) => Match>> = {
  people: judgePeople,
  network: judgeNetwork,
};

function judgePeople(condition: unknown, { userId, groupIds }: Circumstances): Match {
  const users = textsAt(condition, ['users', 'include']);
  const groups = includedGroups({ people: condition });
  const isOut =
    textsAt(condition, ['users', 'exclude']).includes(userId) ||
    textsAt(condition, ['groups', 'exclude']).some((id) => groupIds.has(id));
  if (isOut) return 'NOT_MATCH';
  if (users.length === 0 && groups.length === 0) return 'MATCH';
  return users.includes(userId) || groups.some((id) => groupIds.has(id)) ? 'MATCH' : 'NOT_MATCH';
}

function judgeNetwork(condition: unknown, { zoneIds }: Circumstances): Match {
  if (memberAt(condition, ['connection']) !== 'ZONE') return 'MATCH';
  if (zoneIds === undefined) return 'UNDEFINED';
  const included = textsAt(condition, ['include']);
  const isIn = included.length === 0 || included.some((id) => zoneIds.has(id));
  return isIn && !textsAt(condition, ['exclude']).some((id) => zoneIds.has(id)) ? 'MATCH' : 'NOT_MATCH';
}
