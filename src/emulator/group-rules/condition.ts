import { fail } from '../answers/fault.js';
import { checkExpression } from '../expressions/check.js';
import { ExpressionError } from '../expressions/expression-error.js';
import type { ResultType } from '../expressions/expression-function.js';
import type { Node } from '../expressions/node.js';
import { parseExpression } from '../expressions/parse.js';
import type { Org } from '../org/org.js';
import type { Attribute } from '../schema/attribute.js';
import { attributeNamed } from '../schema/attribute.js';

const types: Readonly<Record<Attribute['type'], ResultType>> = {
  string: 'text',
  boolean: 'boolean',
  integer: 'number',
  number: 'number',
  array: 'list',
};

const ASKS_FOR_GROUPS = /"name":"(?:isMemberOf|user\.isMemberOf|user\.getGroups)/;

/**
 * Reads the condition of a rule.
 *
 * @param org - whose attributes it may ask for
 * @param expression - as it was written
 * @returns its tree
 * @throws Fault `E0000001` if it cannot be read, asks for what there is not, or never yields a boolean
 */
export function conditionFrom(org: Org, expression: string): Node {
  try {
    const node = parseExpression(expression);
    const result = checkExpression(node, { attribute: (name) => attributeType(org, name) });
    if (result === 'boolean' || result === 'any') return node;
    throw new ExpressionError('The expression must evaluate to a boolean');
  } catch (error) {
    if (error instanceof ExpressionError) throw fail('E0000001', 'validateRule', [error.message]);
    throw error;
  }
}

/** Rules look at users of all types. */
function attributeType(org: Org, name: string): ResultType | undefined {
  for (const { schemaId } of org.userTypes.values()) {
    const schema = org.schemas.get(schemaId);
    const attribute = schema && attributeNamed(schema, name);
    if (attribute) return types[attribute.type];
  }
  return undefined;
}

/**
 * @param condition - tree of a condition
 * @returns whether it asks for memberships
 */
export function asksForGroups(condition: Node): boolean {
  return ASKS_FOR_GROUPS.test(JSON.stringify(condition));
}
