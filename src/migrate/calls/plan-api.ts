import type { MigrateFacts } from '../facts.js';
import type { ProgramFile } from '../program/program.js';
import type { Edit } from '../syntax/edits.js';
import {
  type CallNode,
  endOf,
  isCall,
  isMember,
  type MemberNode,
  type Node,
  nameOf,
  startOf,
} from '../syntax/nodes.js';
import type { Plan } from './plan.js';

/** A call of a method of version 7 or 8 that has another name or another place today. */
export interface ApiSite {
  readonly call: Node;
  readonly what: string;
  readonly plan: Plan;
}

/**
 * Finds calls on Apis of a client whose methods were renamed, or moved to another Api.
 *
 * @param file - to search
 * @param facts - methods of today
 * @returns calls with plans
 */
export function findApiSites(file: ProgramFile, facts: MigrateFacts): ApiSite[] {
  return file.tree.nodes.flatMap((node) => {
    if (!isCall(node) || !isMember(node.callee)) return [];
    const { object, property, computed } = node.callee;
    const name = nameOf(property, computed);
    const trace = name === undefined ? undefined : file.tracer.of(object);
    if (name === undefined || trace?.kind !== 'api') return [];
    return apiSite(facts, { call: node, callee: node.callee, name, member: trace.member });
  });
}

interface ApiCall {
  readonly call: CallNode;
  readonly callee: MemberNode;
  readonly name: string;
  readonly member: string;
}

function apiSite(facts: MigrateFacts, apiCall: ApiCall): ApiSite[] {
  const { call, name, member } = apiCall;
  const current = facts.aliases[name] ?? name;
  const today = facts.today[current];
  if (today?.apis.includes(member) && current === name) return [];
  const what = `${member}.${name}`;
  if (today === undefined) return [];
  const [api, ...others] = today.apis.includes(member) ? [member] : today.apis;
  if (api === undefined || others.length > 0) {
    return [{ call, what, plan: { reason: `several Apis have it now: ${today.apis.join(', ')}` } }];
  }
  return [
    { call, what, plan: membersFault(call, today.members) ?? edits(apiCall, `${api}.${current}`, member !== api) },
  ];
}

/** A request object is moved only if every member of it is known at the new place. */
function membersFault({ arguments: [request] }: CallNode, members: readonly string[]): Plan | undefined {
  if (request === undefined) return undefined;
  if (request.type !== 'ObjectExpression') return { reason: 'what the request object holds is unclear' };
  const names = request.properties.map((property) =>
    property.type === 'ObjectProperty' ? nameOf(property.key, property.computed) : undefined,
  );
  const unknown = names.find((name) => name === undefined || !members.includes(name));
  if (names.length === 0 || !names.some((name) => name === undefined || !members.includes(name))) return undefined;
  return { reason: `its request object has ${unknown ?? 'members that the text does not name'}, which is not known` };
}

function edits({ callee }: ApiCall, text: string, isMoved: boolean): readonly Edit[] | { reason: string } {
  const [api = '', method = ''] = text.split('.');
  const renamed: Edit = { start: startOf(callee.property), end: endOf(callee.property), text: method };
  if (callee.computed) return { reason: 'the method stands in brackets' };
  if (!isMoved) return [renamed];
  const { object } = callee;
  if (!isMember(object) || object.computed) return { reason: 'the Api has a name of its own here' };
  return [{ start: startOf(object.property), end: endOf(object.property), text: api }, renamed];
}
