import { notFound } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { Org } from '../org/org.js';
import { RESOURCE_SET, type ResourceSet } from './resource-set.js';

/**
 * @param org - where to look
 * @param name - id or label
 * @returns the resource set
 * @throws Fault `E0000007` if there is none
 */
export function resourceSetNamed(org: Org, name: string): ResourceSet {
  const set = org.resourceSets.get(name) ?? [...org.resourceSets.values()].find(({ label }) => label === name);
  if (set === undefined) throw notFound(name, RESOURCE_SET);
  return set;
}

/**
 * Finds the resource set that a request names.
 *
 * @param call - the request
 * @returns the resource set
 * @throws Fault `E0000007` if there is none
 */
export function findResourceSet(call: Call): ResourceSet {
  return resourceSetNamed(call.org, pathMember(call, 'resourceSetId'));
}
