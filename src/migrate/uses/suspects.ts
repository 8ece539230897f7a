import { isRefusal } from '../calls/plan.js';
import type { Site } from '../calls/site.js';
import type { MigrateFacts } from '../facts.js';
import type { ProgramFile } from '../program/program.js';
import { type CallNode, isCall, isMember, type Node, nameOf } from '../syntax/nodes.js';
import { modelsOf } from '../trace/trace.js';

/** A call that may be of a method of a live object, on a value of which nothing is known. */
export interface Suspect {
  readonly file: ProgramFile;
  readonly call: CallNode;
  readonly method: string;
  /** Models that the value may be of. */
  readonly models: readonly string[];
}

/**
 * Finds calls that may be of methods of live objects: the name is that of such a method, the value may be one by its
 * own name, and there are no more arguments than the method takes.
 *
 * @param file - to search
 * @param facts - methods of old
 * @param sites - calls in the file that are certain
 * @returns the rest
 */
export function findSuspects(file: ProgramFile, facts: MigrateFacts, sites: readonly Site[]): Suspect[] {
  const certain = new Set<Node>(sites.map(({ call }) => call));
  return file.tree.nodes.flatMap((call) => {
    if (!isCall(call) || !isMember(call.callee) || certain.has(call)) return [];
    const { object, property, computed } = call.callee;
    const method = nameOf(property, computed);
    const trace = file.tracer.of(object);
    if (method === undefined || trace.kind !== 'unknown' || object.type === 'ThisExpression') return [];
    const known = modelsOf(trace).filter((model) => facts.models[model]?.[method] !== undefined);
    const question = { method, given: call.arguments, receiver: receiverName(object) };
    const models = known.length > 0 ? known : modelsFor(facts, question);
    return models.length > 0 ? [{ file, call, method, models }] : [];
  });
}

/**
 * The models whose live objects may reach places that are not followed and need their methods there.
 *
 * @param suspects - calls on values of which nothing is known
 * @param sites - calls on values of which only the type is known
 * @returns names of models
 */
export function endangeredModels(suspects: readonly Suspect[], sites: readonly Site[]): ReadonlySet<string> {
  const untraced = sites.flatMap(({ receiver, plan }) =>
    receiver?.origins.size === 0 && isRefusal(plan) ? [receiver.model] : [],
  );
  return new Set([...suspects.flatMap(({ models }) => models), ...untraced]);
}

/** Names of what offers methods on users and groups and is none. */
const SERVICE =
  /(?:adapter|api|client|controller|dao|gateway|helper|manager|okta|repo|repository|sdk|service|store)s?\d*$/i;

interface Question {
  readonly method: string;
  readonly given: readonly Node[];
  readonly receiver: string;
}

function modelsFor(facts: MigrateFacts, { method, given, receiver }: Question): string[] {
  const able = Object.keys(facts.models).filter((model) => {
    const live = facts.models[model]?.[method];
    const flat = live && facts.flat[live.flat];
    if (flat === undefined) return false;
    const own = Object.keys(live?.filled ?? {}).length;
    const body = flat.body !== undefined && !live?.self ? 1 : 0;
    return given.length <= flat.params.length - own + body + (flat.query ? 1 : 0);
  });
  if (SERVICE.test(receiver)) return [];
  const words = wordsOf(receiver);
  const named = able.filter((model) => modelWords(model).some((word) => words.includes(word)));
  if (named.length > 0) return named;
  if (isVague(receiver)) return able;
  if (facts.flat[method] !== undefined) return [];
  if (/[A-Z]/.test(method) || given.length === 0) return able;
  return able.filter((model) => isQuery(facts.flat[facts.models[model]?.[method]?.flat ?? '']?.query, given[0]));
}

/** Whether an object says nothing but parameters of the query. */
function isQuery(known: readonly string[] | undefined, node: Node | undefined): boolean {
  if (node?.type !== 'ObjectExpression' || node.properties.length === 0) return false;
  return node.properties.every((property) => {
    const name = property.type === 'ObjectProperty' ? nameOf(property.key, property.computed) : undefined;
    return name !== undefined && known?.includes(name) === true;
  });
}

function receiverName(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  if (isMember(node)) return nameOf(node.property, node.computed) ?? '';
  if (isCall(node)) return receiverName(node.callee);
  return 'expression' in node || 'argument' in node ? receiverName(innerOf(node)) : '';
}

function innerOf(node: Node): Node {
  if ('expression' in node && typeof node.expression === 'object') return node.expression;
  return 'argument' in node && node.argument ? node.argument : node;
}

/** Names that say nothing of what they stand for. */
function isVague(name: string): boolean {
  return /^\w{1,2}$/.test(name) || /^(?:data|each|entry|item|it|model|record|res|resource|result|value)$/.test(name);
}

function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase().replace(/s$/, ''));
}

const SHORT: Readonly<Record<string, readonly string[]>> = {
  application: ['app'],
  authorization: ['auth'],
  identity: ['idp'],
};

function modelWords(model: string): string[] {
  return wordsOf(model).flatMap((word) => [word, ...(SHORT[word] ?? [])]);
}
