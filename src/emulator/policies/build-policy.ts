import { BLANK, invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import { isObject, type JsonObject, memberAt, withDefaults } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import { isPolicyType, type Policy, type PolicyType } from './policy.js';
import { policyKinds } from './policy-kinds.js';
import { policiesOf } from './policy-store.js';

/** What admins decide about a policy. */
export type PolicyDraft = Pick<Policy, 'type' | 'name' | 'description' | 'conditions' | 'settings'>;

/**
 * Reads a policy that was sent.
 *
 * @param org - where it is to be
 * @param sent - the body
 * @param id - of the policy that it replaces
 * @returns the policy as far as admins decide about it, with defaults
 * @throws Fault `E0000001` without a type or a name, with a name that is taken, with groups that do not exist
 */
export function readPolicy(org: Org, sent: JsonObject, id?: string): PolicyDraft {
  const type = readType(sent);
  const name = readName(sent);
  if (policiesOf(org, type).some((other) => other.name === name && other.id !== id)) {
    throw invalid('name', 'Policy name already in use');
  }
  const { settings } = policyKinds[type];
  return {
    type,
    name,
    description: textIn(sent, 'description') ?? null,
    conditions: readConditions(org, sent, type),
    ...(settings && { settings: withDefaults(objectIn(sent, 'settings'), settings) }),
  };
}

/**
 * @param sent - a policy or a rule
 * @returns its name
 * @throws Fault `E0000001` if there is none
 */
export function readName(sent: JsonObject): string {
  const name = textIn(sent, 'name') ?? '';
  if (name.trim() === '') throw invalid('name', BLANK);
  return name;
}

/**
 * @param sent - a policy or a rule
 * @returns the place that was asked for
 */
export function readPriority({ priority }: JsonObject): number | undefined {
  return typeof priority === 'number' ? priority : undefined;
}

/**
 * Makes a policy; it is not stored.
 *
 * @param org - where it is to be
 * @param draft - what is decided about it
 * @returns the policy
 */
export function newPolicy(org: Org, draft: PolicyDraft): Policy {
  const now = nowIn(org);
  const [prefix] = policyKinds[draft.type].prefixes;
  const id = org.ids.next(prefix);
  return { id, status: 'ACTIVE', priority: 1, system: false, created: now, lastUpdated: now, ...draft };
}

function readType({ type }: JsonObject): PolicyType {
  if (type === undefined || type === null) throw invalid('type', BLANK);
  if (!isPolicyType(type)) throw invalid('type', `'${String(type)}' is no type of policies`);
  return type;
}

function readConditions(org: Org, sent: JsonObject, type: PolicyType): Policy['conditions'] {
  const { forGroups, conditions = {} } = policyKinds[type];
  if (!forGroups) return null;
  const people = { groups: { include: [org.facts.everyoneId] } };
  const read = withDefaults(sent['conditions'], { people, ...conditions });
  for (const id of includedGroups(read)) {
    if (org.groups.get(id) === undefined) throw invalid('conditions.people.groups.include', `There is no group ${id}`);
  }
  return read;
}

/**
 * @param conditions - of a policy or a rule
 * @returns ids of the groups that it is for
 */
export function includedGroups(conditions: unknown): readonly string[] {
  return textsAt(conditions, ['people', 'groups', 'include']);
}

/**
 * @param value - JSON
 * @param path - to a list of texts
 * @returns the texts, none if there is no such list
 */
export function textsAt(value: unknown, path: readonly string[]): readonly string[] {
  const found = isObject(value) ? memberAt(value, path) : undefined;
  return Array.isArray(found) ? found.filter((element) => typeof element === 'string') : [];
}
