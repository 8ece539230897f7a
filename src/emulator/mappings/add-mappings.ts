import type { App } from '../apps/app.js';
import type { Org } from '../org/org.js';
import type { UserType } from '../users/user-type.js';
import type { MappingEnd } from './profile-mapping.js';

/**
 * Makes the two mappings between the users of a type and the users of an app.
 *
 * @param org - where to
 * @param type - of users
 * @param app - whose users
 */
export function addMappings(org: Org, { id, name }: UserType, app: Pick<App, 'id' | 'name'>): void {
  const user: MappingEnd = { id, name, type: 'user' };
  const appUser: MappingEnd = { id: app.id, name: app.name, type: 'appuser' };
  for (const [source, target] of [
    [user, appUser],
    [appUser, user],
  ] as const) {
    const mappingId = org.ids.next('prm');
    org.mappings.set(mappingId, { id: mappingId, source, target, properties: {} });
  }
}

/**
 * Makes the mappings of a new app, for users of each type.
 *
 * @param org - where to
 * @param app - new
 */
export function addAppMappings(org: Org, app: Pick<App, 'id' | 'name'>): void {
  for (const type of [...org.userTypes.values()]) addMappings(org, type, app);
}

/**
 * Forgets the mappings from and to something that goes.
 *
 * @param org - where from
 * @param endId - id of a user type or an app
 */
export function dropMappings(org: Org, endId: string): void {
  const ids = [...org.mappings.values()].filter(({ source, target }) => source.id === endId || target.id === endId);
  for (const { id } of ids) org.mappings.delete(id);
}
