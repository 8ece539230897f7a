import { BLANK, invalid } from '../answers/fault.js';
import { objectIn, textIn, textsIn } from '../body.js';
import { ExpressionError } from '../expressions/expression-error.js';
import type { Node } from '../expressions/node.js';
import { parseExpression } from '../expressions/parse.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { RealmAssignment } from './realm-assignment.js';
import { realmById } from './realm-store.js';

/** What clients say about a realm assignment. */
type Sent = Pick<
  RealmAssignment,
  'name' | 'priority' | 'realmId' | 'profileSourceId' | 'expression' | 'condition' | 'domains'
>;

/**
 * Reads a realm assignment.
 *
 * @param org - where its realm lives
 * @param body - the JSON that was sent
 * @param before - the assignment that it replaces
 * @returns what was said
 * @throws Fault `E0000001` for what is missing or wrong, `E0000007` for an unknown realm
 */
export function realmAssignmentFrom(org: Org, body: JsonObject, before?: RealmAssignment): Sent {
  const name = textIn(body, 'name') ?? '';
  if (name.trim() === '') throw invalid('name', BLANK);
  const conditions = objectIn(body, 'conditions') ?? {};
  const expression = textIn(objectIn(conditions, 'expression') ?? {}, 'value');
  const profileSourceId = textIn(conditions, 'profileSourceId');
  return {
    name,
    priority: priorityIn(body) ?? before?.priority ?? nextPriority(org),
    realmId: realmIdIn(org, body),
    ...(profileSourceId !== undefined && { profileSourceId }),
    ...(expression !== undefined && { expression, condition: conditionFrom(expression) }),
    domains: textsIn(body, 'domains'),
  };
}

function realmIdIn(org: Org, body: JsonObject): string {
  const id = textIn(objectIn(objectIn(body, 'actions') ?? {}, 'assignUserToRealm') ?? {}, 'realmId') ?? '';
  if (id === '') throw invalid('actions.assignUserToRealm.realmId', BLANK);
  return realmById(org, id).id;
}

function priorityIn(body: JsonObject): number | undefined {
  const sent = body['priority'] ?? undefined;
  if (sent === undefined || (typeof sent === 'number' && Number.isInteger(sent) && sent >= 0)) return sent;
  throw invalid('priority', 'The field must be an integer of at least 0');
}

function nextPriority({ realmAssignments }: Org): number {
  return 1 + Math.max(-1, ...[...realmAssignments.values()].map(({ priority }) => priority));
}

function conditionFrom(expression: string): Node {
  try {
    return parseExpression(expression);
  } catch (error) {
    if (error instanceof ExpressionError) throw invalid('conditions.expression.value', error.message);
    throw error;
  }
}

/**
 * Moves assignments down that stand where another one is to stand.
 *
 * @param org - where they live
 * @param assignment - what takes the place
 */
export function makeRoom({ realmAssignments }: Org, { id, priority }: RealmAssignment): void {
  const others = [...realmAssignments.values()].filter((other) => other.id !== id);
  if (!others.some((other) => other.priority === priority)) return;
  for (const other of others) {
    if (other.priority >= priority) realmAssignments.set(other.id, { ...other, priority: other.priority + 1 });
  }
}
