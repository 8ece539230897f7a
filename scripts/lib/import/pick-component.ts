import { isObject, type JsonObject, objectAt, own } from './json.js';
import { pointerKeys } from './pointer.js';

/** Section and name of a component. */
export interface ComponentPlace {
  section: string;
  name: string;
}

/** The component that a reference leads to, or into. */
export function componentPlace(target: string): ComponentPlace | undefined {
  const [root, section, name] = pointerKeys(target);
  return root === 'components' && section !== undefined && name !== undefined ? { section, name } : undefined;
}

/** The component of a description at a place. */
export function componentIn(facts: JsonObject | undefined, { section, name }: ComponentPlace): JsonObject | undefined {
  const component = own(objectAt(objectAt(facts, 'components'), section), name);
  return isObject(component) ? component : undefined;
}
