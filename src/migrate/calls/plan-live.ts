import type { FlatMethod, LiveMethod } from '../facts.js';
import type { ProgramFile } from '../program/program.js';
import { type CallNode, endOf, type MemberNode, type Node, nameOf, startOf } from '../syntax/nodes.js';
import type { ValueTrace } from '../trace/trace.js';
import { findClient } from './find-client.js';
import { planList } from './list-form.js';
import { joinPlans, type Plan } from './plan.js';
import { planRequestObject } from './request-object.js';

/** A call of a method of a value. */
interface LiveCall {
  readonly file: ProgramFile;
  readonly call: CallNode;
  readonly callee: MemberNode;
  readonly flat: FlatMethod;
  readonly live: LiveMethod;
  readonly receiver: ValueTrace;
}

/**
 * `user.update()` to `client.userApi.replaceUser({ userId: user.id, user })`.
 *
 * @param liveCall - call, method and value
 * @returns edits of the call
 */
export function planLive({ file, call, callee, flat, live, receiver }: LiveCall): Plan {
  const { object, property } = callee;
  if (callee.computed) return { reason: 'the method stands in brackets' };
  if (call.type === 'OptionalCallExpression')
    return { reason: 'the value may be missing (`?.`), and its id is needed' };
  if (!isRepeatable(object)) return { reason: 'the value has no name to take its id from' };
  const client = findClient(file, call, receiver);
  if (typeof client !== 'string') return client;
  const value = file.text.slice(startOf(object), endOf(object));
  const filled = Object.entries(live.filled ?? {}).map(([name, member]) => ({ name, value: `${value}.${member}` }));
  const body = live.self && flat.body !== undefined ? [{ name: flat.body, value }] : [];
  return joinPlans(
    flat.list ? planList(file, call) : [],
    [
      { start: startOf(object), end: endOf(object), text: `${client}.${flat.api}` },
      { start: startOf(property), end: endOf(property), text: flat.method },
    ],
    planRequestObject({ text: file.text, call, given: call.arguments, flat, filled: [...filled, ...body] }),
  );
}

/** Whether an expression can be written twice: a name, or members of one. */
function isRepeatable(node: Node): boolean {
  if (node.type === 'Identifier' || node.type === 'ThisExpression') return true;
  return (
    node.type === 'MemberExpression' && nameOf(node.property, node.computed) !== undefined && isRepeatable(node.object)
  );
}
