import { notFound } from '../answers/fault.js';
import { oneOf } from './items.js';
import type { Occasion } from './occasion.js';
import type { Resource } from './rule.js';
import { stored } from './store.js';

/**
 * @param occasion - a request for one resource
 * @returns the resource
 * @throws Fault `E0000007` if there is none
 */
export function found(occasion: Occasion): Resource {
  const { call, spot } = occasion;
  const resource = spot.key === undefined ? alone(occasion) : oneOf(occasion, spot.key);
  if (resource === undefined) throw notFound(spot.key ?? call.uri, occasion.kind.rule.kind ?? 'Resource');
  return resource;
}

/** What stands alone at its path is there from the beginning, as its rule says or as the description invents it. */
function alone({ plan, kind, call, spot }: Occasion): Resource | undefined {
  return stored(call.org, spot) ?? (plan.inList ? undefined : (kind.rule.defaults?.({}, call) ?? {}));
}
