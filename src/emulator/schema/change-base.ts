import { fail, invalid } from '../answers/fault.js';
import { isObject } from '../org/json.js';
import type { Attribute, Attributes } from './attribute.js';
import { attributeView } from './attribute-view.js';

/** Members of built-in attributes that may be changed. */
const CHANGEABLE = new Set(['permissions', 'master']);
/** Further members of some of them. */
const further: Readonly<Record<string, readonly string[]>> = {
  login: ['pattern'],
  firstName: ['required'],
  lastName: ['required'],
};

/**
 * Changes built-in attributes as far as they can be. What is sent as it was read changes nothing.
 *
 * @param base - as they are
 * @param sent - definitions by name
 * @returns the attributes
 * @throws Fault `E0000001` for an attribute that is not built in, `E0000077` for what cannot be changed
 */
export function changedBase(base: Attributes, sent: Readonly<Record<string, unknown>>): Attributes {
  const changed = Object.entries(sent).map(([name, value]): [string, Attribute] => {
    const before = Object.hasOwn(base, name) ? base[name] : undefined;
    if (before === undefined) throw invalid(name, `Property name '${name}' is not defined in the base schema`);
    if (!isObject(value)) throw fail('E0000077', name);
    return [name, changedAttribute(name, before, value)];
  });
  return { ...base, ...Object.fromEntries(changed) };
}

function changedAttribute(name: string, before: Attribute, sent: Readonly<Record<string, unknown>>): Attribute {
  const shown = new Map<string, unknown>(Object.entries(attributeView(name, before)));
  const differing = Object.entries(sent).filter(
    ([member, value]) =>
      JSON.stringify(value) !== JSON.stringify(shown.get(member) ?? null) && !isAbsent(value, shown.get(member)),
  );
  for (const [member] of differing) {
    if (!CHANGEABLE.has(member) && !further[name]?.includes(member)) throw fail('E0000077', name);
  }
  const kept = Object.entries({ ...before, ...Object.fromEntries(differing) }).filter(([, value]) => value !== null);
  return { title: before.title, type: before.type, ...Object.fromEntries(kept) };
}

/** An attribute that is not required may be sent back as such. */
function isAbsent(value: unknown, shown: unknown): boolean {
  return value === false && shown === undefined;
}
