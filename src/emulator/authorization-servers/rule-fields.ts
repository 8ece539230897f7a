import { BLANK, invalid } from '../answers/fault.js';
import { objectIn, textIn, textsIn } from '../body.js';
import { type JsonObject, withDefaults } from '../org/json.js';
import type { AccessPolicy, AccessRule } from './authorization-server.js';
import { tokenTimes } from './default-server.js';

const SHORTEST_ACCESS = 5;
const LONGEST_ACCESS = 1440;

/**
 * Reads what was sent for a policy of an authorization server.
 *
 * @param body - the JSON
 * @returns name, description and clients
 * @throws Fault `E0000001` for what is missing
 */
export function policyFields(body: JsonObject): Pick<AccessPolicy, 'name' | 'description' | 'clients'> {
  const clients = objectIn(objectIn(body, 'conditions') ?? {}, 'clients');
  const include = clients ? textsIn(clients, 'include') : ['ALL_CLIENTS'];
  return { name: nameOf(body), description: textIn(body, 'description') ?? '', clients: include };
}

/**
 * Reads what was sent for a rule of such a policy.
 *
 * @param body - the JSON
 * @returns name, conditions and actions
 * @throws Fault `E0000001` for what is missing, or a lifetime out of bounds
 * @see https://developer.okta.com/docs/guides/configure-access-policy/main/
 */
export function ruleFields(body: JsonObject): Pick<AccessRule, 'name' | 'conditions' | 'actions'> {
  const conditions = objectIn(body, 'conditions') ?? {};
  const grants = textsIn(objectIn(conditions, 'grantTypes') ?? {}, 'include');
  if (grants.length === 0) throw invalid('conditions.grantTypes.include', BLANK);
  const actions = objectIn(body, 'actions') ?? {};
  const token = withDefaults(objectIn(actions, 'token'), tokenTimes);
  checkLifetime(Number(token['accessTokenLifetimeMinutes']));
  return {
    name: nameOf(body),
    conditions: withDefaults(conditions, conditionDefaults),
    actions: { ...actions, token },
  };
}

const conditionDefaults = {
  people: { users: { include: [], exclude: [] }, groups: { include: [], exclude: [] } },
  scopes: { include: ['*'] },
};

function checkLifetime(minutes: number): void {
  if (minutes >= SHORTEST_ACCESS && minutes <= LONGEST_ACCESS) return;
  throw invalid(
    'accessTokenLifetimeMinutes',
    `The field must be between ${SHORTEST_ACCESS} and ${LONGEST_ACCESS} minutes`,
  );
}

function nameOf(body: JsonObject): string {
  const name = textIn(body, 'name') ?? '';
  if (name.trim() === '') throw invalid('name', BLANK);
  return name;
}
