import { fail, invalid } from '../answers/fault.js';
import { isObject, type JsonObject } from '../org/json.js';

/** What a group assignment lets be patched. */
export interface Patchable {
  readonly priority: number;
  readonly profile: JsonObject;
}

/**
 * Applies a JSON patch to a group assignment: `add`, `replace` and `remove` on `/priority`, `/profile` and one member of
 * the profile.
 *
 * @param target - priority and profile as they are
 * @param operations - the array that was sent
 * @returns priority and profile as they become
 * @throws Fault `E0000003` for what is no patch, `E0000001` for one that is not supported
 * @see RFC 6902
 */
export function patched(target: Patchable, operations: unknown): Patchable {
  if (!Array.isArray(operations)) throw fail('E0000003');
  return operations.reduce<Patchable>((current, operation) => {
    if (!isObject(operation)) throw fail('E0000003');
    return step(current, operation);
  }, target);
}

function step(target: Patchable, { op, path, value }: JsonObject): Patchable {
  if (!['add', 'replace', 'remove'].includes(String(op))) throw invalid('op', `'${op}' is not supported`);
  const [, root, member, ...deeper] = String(path).split('/');
  if (deeper.length > 0) throw invalid('path', `'${path}' cannot be patched`);
  if (root === 'priority' && Number.isInteger(value)) return { ...target, priority: Number(value) };
  if (root !== 'profile') throw invalid('path', `'${path}' cannot be patched`);
  if (member === undefined) return { ...target, profile: isObject(value) ? value : {} };
  const { [member]: _, ...others } = target.profile;
  return { ...target, profile: op === 'remove' ? others : { ...others, [member]: value } };
}
