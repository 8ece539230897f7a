import type { Call } from '../call.js';
import type { RoleAssignment } from '../roles/role-assignment.js';
import { addressOf } from '../roles/role-view.js';
import type { BindingKey } from './binding.js';
import { ornOf } from './resource-reference.js';
import type { ResourceSet, SetResource } from './resource-set.js';

type Place = Pick<Call, 'origin' | 'org'>;

/**
 * @param id - of a resource set
 * @param origin - of the link
 * @returns its address
 */
export function setAddress(id: string, origin: string): string {
  return `${origin}/api/v1/iam/resource-sets/${id}`;
}

/**
 * A resource set as it is answered.
 *
 * @param set - the resource set
 * @param place - origin of the links
 * @returns the JSON
 */
export function resourceSetView({ resources: _, ...set }: ResourceSet, { origin }: Pick<Call, 'origin'>) {
  const self = setAddress(set.id, origin);
  const links = { self, resources: `${self}/resources`, bindings: `${self}/bindings` };
  return { ...set, _links: hrefs(links) };
}

/**
 * A resource of a resource set as it is answered.
 *
 * @param setId - of the resource set
 * @param resource - the resource
 * @param place - org and origin of the links
 * @returns the JSON
 */
export function resourceView(setId: string, resource: SetResource, { org, origin }: Place) {
  const { id, created, lastUpdated, reference, conditions } = resource;
  const self = `${setAddress(setId, origin)}/resources/${id}`;
  const orn = ornOf(org, reference);
  return {
    id,
    orn,
    created,
    lastUpdated,
    ...(conditions !== undefined && { conditions }),
    _links: hrefs({ self, ...(reference.startsWith('orn:') ? {} : { resource: reference }) }),
  };
}

/**
 * Links of a binding.
 *
 * @param key - role and resource set
 * @param origin - of the links
 * @returns address of the binding, its members and its resource set
 */
export function bindingLinks({ resourceSetId, roleId }: BindingKey, origin: string) {
  const set = setAddress(resourceSetId, origin);
  const self = `${set}/bindings/${roleId}`;
  return hrefs({ self, 'resource-set': set, members: `${self}/members`, bindings: `${set}/bindings` });
}

/**
 * A member of a binding as it is answered.
 *
 * @param assignment - the role of the member
 * @param origin - of the links
 * @returns the JSON
 */
export function memberView({ id, created, lastUpdated, principal }: RoleAssignment, origin: string) {
  return { id, created, lastUpdated, _links: hrefs({ self: addressOf(principal, origin) }) };
}

function hrefs(links: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }]));
}
