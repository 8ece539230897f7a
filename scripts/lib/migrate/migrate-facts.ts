import type { FlatMethod, LiveMethod, MigrateFacts, TodaysMethod } from '../../../src/migrate/facts.js';
import { allMembers, objectOf } from '../model/members.js';
import type { Model, Type } from '../model/model.js';
import type { Answer, Operation } from '../operations/operation.js';
import type { V4ModelMethod, V4Operation } from '../v4/v4-facts.js';
import type { Successor } from '../v4/v4-names.js';
import { methodsOf, type V4Sources } from '../v4/v4-sources.js';

/** What the facts are made of. */
export interface MigrateSources {
  /** Operations of today. */
  readonly operations: readonly Operation[];
  /** Types of today. */
  readonly model: Model;
  /** Member of the client that an Api class is reached by. */
  readonly memberOf: (api: string) => string;
  readonly v4: V4Sources;
}

/**
 * Gathers what `okta-migrate` must know of old methods and of today's.
 *
 * @param sources - old methods, their successors, operations of today
 * @returns the facts
 */
export function migrateFacts(sources: MigrateSources): MigrateFacts {
  const { operations, memberOf, v4 } = sources;
  const today = new Map(operations.map((operation) => [operation.method, operation]));
  const flat = Object.entries(v4.operations).flatMap(([name, old]): [string, FlatMethod][] => {
    const successor = v4.successors.get(name);
    const operation = successor && today.get(successor.method);
    return successor && operation ? [[name, flatMethod(sources, { old, successor, operation })]] : [];
  });
  return {
    flat: Object.fromEntries(flat),
    retired: Object.fromEntries(v4.retired),
    removed: v4.removed,
    models: Object.fromEntries(Object.keys(v4.models).map((name) => [name, liveMethods(v4, name)])),
    today: Object.fromEntries(operations.map((operation) => [operation.method, todaysMethod(operation, memberOf)])),
    aliases: Object.fromEntries(operations.flatMap(({ method, aliases }) => aliases.map((alias) => [alias, method]))),
  };
}

interface Pair {
  readonly old: V4Operation;
  readonly successor: Successor;
  readonly operation: Operation;
}

function flatMethod({ model, memberOf }: MigrateSources, { old, successor, operation }: Pair): FlatMethod {
  const query = operation.parameters.filter((parameter) => parameter.in === 'query');
  const required = query.filter((parameter) => parameter.required).map(({ name }) => name);
  const dates = dateMembers(model, operation.answer);
  const byHand = reasonForHand(old, operation);
  return {
    api: memberOf(successor.api),
    method: successor.method,
    params: successor.params,
    ...(takesBody(old) && { body: successor.body ?? 'body' }),
    ...(old.query !== undefined && { query: query.map(({ name }) => name) }),
    ...(required.length > 0 && { required }),
    ...(old.returns !== undefined && { returns: old.returns }),
    ...(old.list && { list: old.list }),
    ...(dates.length > 0 && { dates }),
    ...(byHand !== undefined && { byHand }),
    ...(successor.note !== undefined && { note: successor.note }),
  };
}

const takesBody = ({ body, file }: V4Operation) => body !== undefined || file !== undefined;

/** Why arguments cannot simply be moved into the request object. */
function reasonForHand(old: V4Operation, { body, answer }: Operation): string | undefined {
  if (old.file !== undefined) return 'a file is given as its bytes, or as `{ name, data }`, now';
  if (old.sends !== undefined) return 'the certificate is given as its bytes, PEM or DER, now';
  if (old.body !== undefined && body === undefined) return 'the method takes no body any more';
  if ((answer.kind === 'list') !== (old.list === true)) return 'what it returns has another form now';
  return undefined;
}

/** Members of the answer, or of an item of it, that are dates. */
function dateMembers(model: Model, answer: Answer): string[] {
  if (answer.kind === 'void') return [];
  const type = answer.kind === 'list' ? answer.items : answer.type;
  const shape = type.kind === 'named' ? objectOf(model, type.name) : undefined;
  if (shape === undefined) return [];
  return [...allMembers(model, shape).values()].filter((member) => isDate(member.type)).map(({ name }) => name);
}

const isDate = (type: Type) => type.kind === 'scalar' && type.scalar === 'date';

/** Methods of a model, those of the model that it extends included. */
function liveMethods(v4: V4Sources, name: string): Record<string, LiveMethod> {
  const methods = Object.entries(methodsOf(v4.models, name));
  return Object.fromEntries(methods.map(([method, facts]) => [method, liveMethod(v4, facts)]));
}

function liveMethod(v4: V4Sources, method: V4ModelMethod): LiveMethod {
  const { operation, arguments: filled = {}, body } = method;
  const { params = [] } = v4.operations[operation] ?? {};
  const today = v4.successors.get(operation)?.params ?? params;
  const members = Object.entries(filled).map(([argument, member]) => [
    today[params.indexOf(argument)] ?? argument,
    member,
  ]);
  return {
    flat: operation,
    ...(members.length > 0 && { filled: Object.fromEntries(members) }),
    ...(body !== undefined && { self: true as const }),
  };
}

function todaysMethod({ apis, parameters, body }: Operation, memberOf: MigrateSources['memberOf']): TodaysMethod {
  return { apis: apis.map(memberOf), members: [...parameters, ...(body?.members ?? [])].map(({ name }) => name) };
}
