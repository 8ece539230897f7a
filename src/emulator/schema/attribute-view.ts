import type { Attribute, Attributes } from './attribute.js';

/** Built-in attributes that users may change themselves. */
const OWN = new Set(['firstName', 'lastName', 'email', 'secondEmail', 'mobilePhone']);

/**
 * The definition of an attribute as it is answered, with what holds unless it was said otherwise.
 *
 * @param name - of the attribute
 * @param attribute - as stored
 * @returns the JSON
 */
export function attributeView(name: string, attribute: Attribute) {
  return {
    ...attribute,
    mutability: attribute['mutability'] ?? 'READ_WRITE',
    scope: attribute['scope'] ?? 'NONE',
    permissions: attribute['permissions'] ?? [
      { principal: 'SELF', action: OWN.has(name) ? 'READ_WRITE' : 'READ_ONLY' },
    ],
    master: attribute['master'] ?? { type: 'PROFILE_MASTER' },
  };
}

/**
 * One of the two parts of a schema as it is answered.
 *
 * @param id - `base` or `custom`
 * @param attributes - of the part
 * @returns the JSON
 */
export function definitionView(id: 'base' | 'custom', attributes: Attributes) {
  const entries = Object.entries(attributes);
  return {
    id: `#${id}`,
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, attribute]) => [name, attributeView(name, attribute)])),
    required: entries.filter(([, { required }]) => required === true).map(([name]) => name),
  };
}
