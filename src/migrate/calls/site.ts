import type { FlatMethod, MigrateFacts } from '../facts.js';
import type { ProgramFile } from '../program/program.js';
import { type CallNode, isCall, isMember, nameOf } from '../syntax/nodes.js';
import type { ValueTrace } from '../trace/trace.js';
import type { Plan } from './plan.js';
import { planFlat } from './plan-flat.js';
import { planLive } from './plan-live.js';

/** A call of a method of old, on a client or on a value. */
export interface Site {
  readonly file: ProgramFile;
  readonly call: CallNode;
  readonly flat: FlatMethod;
  /** The value, if it is not a call of the client. */
  readonly receiver?: ValueTrace;
  /** What to do with the call itself, whatever happens to its result. */
  readonly plan: Plan;
}

/**
 * Finds the calls of methods of old, as far as it is certain what they are called on.
 *
 * @param file - to search
 * @param facts - methods of old
 * @returns calls with plans, outer ones first
 */
export function findSites(file: ProgramFile, facts: MigrateFacts): Site[] {
  return file.tree.nodes.flatMap((node) => (isCall(node) && isMember(node.callee) ? siteOf(file, facts, node) : []));
}

function siteOf(file: ProgramFile, facts: MigrateFacts, call: CallNode): Site[] {
  const { callee } = call;
  const name = isMember(callee) ? nameOf(callee.property, callee.computed) : undefined;
  if (!isMember(callee) || name === undefined) return [];
  const receiver = file.tracer.of(callee.object);
  if (receiver.kind === 'client') {
    const flat = facts.flat[facts.removed[name] ?? name];
    return flat ? [{ file, call, flat, plan: planFlat({ file, call, callee, flat }) }] : [];
  }
  const live = receiver.kind === 'value' ? facts.models[receiver.model]?.[name] : undefined;
  const flat = live && facts.flat[live.flat];
  if (receiver.kind !== 'value' || live === undefined || flat === undefined) return [];
  return [{ file, call, flat, receiver, plan: planLive({ file, call, callee, flat, live, receiver }) }];
}
