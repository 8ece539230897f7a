import type { FlatMethod } from '../facts.js';
import type { ProgramFile } from '../program/program.js';
import type { Edit } from '../syntax/edits.js';
import { type CallNode, endOf, type MemberNode, startOf } from '../syntax/nodes.js';
import { planList } from './list-form.js';
import { joinPlans, type Plan } from './plan.js';
import { planRequestObject } from './request-object.js';

/** A call of a method of the client. */
interface FlatCall {
  readonly file: ProgramFile;
  readonly call: CallNode;
  readonly callee: MemberNode;
  readonly flat: FlatMethod;
}

/**
 * `client.getUser(id)` to `client.userApi.getUser({ userId: id })`.
 *
 * @param flatCall - call and method
 * @returns edits of the call
 */
export function planFlat({ file, call, callee, flat }: FlatCall): Plan {
  if (call.type === 'OptionalCallExpression' && call.optional) return { reason: 'the call is optional (`?.(`)' };
  if (callee.computed && callee.type === 'OptionalMemberExpression')
    return { reason: 'the name stands in brackets behind `?.`' };
  return joinPlans(
    flat.list ? planList(file, call) : [],
    [nameEdit(callee, `${flat.api}.${flat.method}`)],
    planRequestObject({ text: file.text, call, given: call.arguments, flat, filled: [] }),
  );
}

function nameEdit({ object, property, computed }: MemberNode, text: string): Edit {
  if (!computed) return { start: startOf(property), end: endOf(property), text };
  return { start: endOf(object), end: endOf(property) + 1, text: `.${text}` };
}
