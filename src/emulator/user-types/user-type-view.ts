import type { Call } from '../call.js';
import type { UserType } from '../users/user-type.js';

/**
 * A user type as it is answered. Its links are of a dialect of their own, as recorded.
 *
 * @param type - the type
 * @param origin - of the links
 * @returns the JSON
 */
export function userTypeView(type: UserType, { origin }: Pick<Call, 'origin'>) {
  const { id, schemaId, displayName, name, description, createdBy, lastUpdatedBy, created, lastUpdated } = type;
  const link = (rel: string, path: string) => ({ rel, href: `${origin}/api/v1/meta/${path}`, method: 'GET' });
  return {
    id,
    displayName,
    name,
    description,
    createdBy: createdBy ?? 'system',
    lastUpdatedBy: lastUpdatedBy ?? 'system',
    created,
    lastUpdated,
    default: type.default,
    _links: { schema: link('schema', `schemas/user/${schemaId}`), self: link('self', `types/user/${id}`) },
  };
}
