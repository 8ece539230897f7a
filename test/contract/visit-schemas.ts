import type { Schema } from '../../scripts/lib/spec/openapi.js';

/**
 * Visits every object of a description that may be a schema, inner ones first. A list of members by name is none, even
 * if a member is called like a keyword.
 *
 * @param node - the description or a part
 * @param found - called with each
 * @param isMembers - whether the node is such a list
 */
export function visitSchemas(node: unknown, found: (schema: Schema) => void, isMembers = false): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node)) visitSchemas(inner, found, !isMembers && key === 'properties');
  if (!isMembers && !Array.isArray(node)) found(node as Schema);
}
