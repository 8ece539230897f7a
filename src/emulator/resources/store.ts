import type { Org } from '../org/org.js';
import type { Resource } from './rule.js';

/** Key of what stands alone at its path. */
const ALONE = '';

/** Where a resource is stored: the path of its list and its key there. */
export interface Spot {
  /** Path of the list as requests have it, e.g. `/api/v1/brands/bnd1/themes`. */
  readonly list: string;
  /** Left out for what stands alone at the path. */
  readonly key?: string;
}

/**
 * @param org - the org
 * @param spot - where to look
 * @returns the resource, `undefined` if there is none
 */
export function stored(org: Org, { list, key = ALONE }: Spot): Resource | undefined {
  return org.resources.get(list, key);
}

/**
 * @param org - is changed
 * @param spot - where to store
 * @param resource - not to be changed afterwards
 */
export function store(org: Org, { list, key = ALONE }: Spot, resource: Resource): void {
  org.resources.set(list, key, resource);
}

/**
 * Removes a resource with everything that is stored below its path.
 *
 * @param org - is changed
 * @param spot - what to remove
 */
export function unstore(org: Org, { list, key = ALONE }: Spot): void {
  org.resources.delete(list, key);
  if (key === ALONE) return;
  const below = `${list}/${encodeURIComponent(key)}/`;
  for (const [path, inner] of [...org.resources.pairsFrom(below)]) org.resources.delete(path, inner);
}

/**
 * @param org - the org
 * @param list - path of the list as requests have it
 * @param after - key to start behind
 * @returns the resources in the order of their keys
 */
export function storedIn(org: Org, list: string, after?: string): Iterable<Resource> {
  return org.resources.values(list, after);
}
