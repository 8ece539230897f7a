import { BLANK, invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import { ExpressionError } from '../expressions/expression-error.js';
import { parseExpression } from '../expressions/parse.js';
import { isObject, type JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import { attributeNamed } from '../schema/attribute.js';
import type { MappingProperty, ProfileMapping } from './profile-mapping.js';

/**
 * Sets and removes properties of a mapping.
 *
 * @param org - where its ends live
 * @param mapping - as stored
 * @param body - the JSON that was sent; null removes a property
 * @returns the mapping, not stored yet
 * @throws Fault `E0000001` for an attribute that the target has not, or an expression that cannot be read
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/ProfileMapping/#tag/ProfileMapping/operation/updateProfileMapping
 */
export function changedMapping(org: Org, mapping: ProfileMapping, body: JsonObject): ProfileMapping {
  const sent = objectIn(body, 'properties');
  if (sent === undefined) throw invalid('properties', BLANK);
  const properties: Record<string, MappingProperty> = { ...mapping.properties };
  for (const [name, value] of Object.entries(sent)) {
    if (!isAttribute(org, mapping, name))
      throw invalid('properties', `Invalid property '${name}' in the target profile`);
    if (value === null) delete properties[name];
    else properties[name] = propertyFrom(name, value, properties[name]);
  }
  return { ...mapping, properties };
}

function isAttribute(org: Org, { target }: ProfileMapping, name: string): boolean {
  const schema = org.schemas.get(org.userTypes.get(target.id)?.schemaId ?? target.id);
  // What apps of the catalog know about users is unknown here, until somebody declares attributes for the app.
  return schema === undefined || attributeNamed(schema, name) !== undefined;
}

function propertyFrom(name: string, value: unknown, before: MappingProperty | undefined): MappingProperty {
  if (!isObject(value)) throw invalid(`properties.${name}`, 'The field must be an object');
  const expression = textIn(value, 'expression') ?? before?.expression ?? '';
  if (expression.trim() === '') throw invalid(`properties.${name}.expression`, BLANK);
  checkExpression(name, expression);
  return { expression, pushStatus: pushStatusOf(value) ?? before?.pushStatus ?? 'DONT_PUSH' };
}

function pushStatusOf(value: JsonObject): MappingProperty['pushStatus'] | undefined {
  const sent = textIn(value, 'pushStatus');
  if (sent === undefined || sent === 'PUSH' || sent === 'DONT_PUSH') return sent;
  throw invalid('pushStatus', "The field must be 'PUSH' or 'DONT_PUSH'");
}

function checkExpression(name: string, expression: string): void {
  try {
    parseExpression(expression);
  } catch (error) {
    if (error instanceof ExpressionError) throw invalid(`properties.${name}.expression`, error.message);
    throw error;
  }
}
