import type { SchemaReader } from '../model/place.js';
import { factsOf } from '../model/schema-facts.js';
import { camel, pascal } from '../names/words.js';
import { type Parameter, resolve, type Schema } from '../spec/openapi.js';
import type { NamedOperation } from './match-names.js';
import type { OperationParameter } from './operation.js';

const ORDER = ['path', 'query', 'header'] as const;

/**
 * Reads the parameters of an operation: those of the path in its order, then query, then headers.
 *
 * @param builder - reads the schemas
 * @param operation - with its decided names
 * @returns the parameters; cookies are sent by sessions, not by callers, except where v8 made them a member
 */
export function readParameters(builder: SchemaReader, operation: NamedOperation): OperationParameter[] {
  const { item, object, path, name } = operation;
  const declared = [...(item.parameters ?? []), ...(object.parameters ?? [])].map((entry) =>
    resolve<Parameter>(builder.description, entry),
  );
  const latest = new Map(declared.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  const members = renamedPlaceholders(path, name.call);
  const read = [...latest.values()].map((parameter) => readParameter(builder, parameter, { operation, members }));
  const place = ({ in: where, name: member }: OperationParameter) =>
    ORDER.indexOf(where) * 1000 + (where === 'path' ? name.call.indexOf(`{${member}}`) : 0);
  return read.sort((a, b) => place(a) - place(b));
}

interface Context {
  readonly operation: NamedOperation;
  readonly members: ReadonlyMap<string, string>;
}

function readParameter(
  builder: SchemaReader,
  parameter: Parameter,
  { operation, members }: Context,
): OperationParameter {
  const schema: Schema = parameter.schema ?? {};
  const place = {
    name: pascal(operation.method) + pascal(parameter.name),
    owner: pascal(operation.method),
    pointer: `${operation.verb} ${operation.path} ${parameter.name}`,
  };
  return {
    name: (parameter.in === 'path' ? members.get(parameter.name) : undefined) ?? memberName(parameter, operation),
    wire: parameter.name,
    in: parameter.in === 'cookie' ? 'header' : parameter.in,
    required: parameter.in === 'path' || parameter.required === true,
    type: builder.read(schema, place),
    style: styleOf(parameter),
    deprecated: parameter.deprecated === true,
    facts: factsOf(builder.description, schema),
  };
}

/** A query parameter keeps its wire name if that is what was locked; anything else is written in camel case. */
function memberName(parameter: Parameter, { name }: NamedOperation): string {
  return name.members?.includes(parameter.name) ? parameter.name : camel(parameter.name);
}

function styleOf({ style, explode, schema }: Parameter): OperationParameter['style'] {
  if (style === 'deepObject') return 'deepObject';
  return explode === false && schema !== undefined ? 'csv' : 'form';
}

/** Placeholder of the description to request member, paired by position. */
function renamedPlaceholders(path: string, call: string): ReadonlyMap<string, string> {
  const members = placeholders(call);
  return new Map(placeholders(path).map((name, index) => [name, members[index] ?? name]));
}

function placeholders(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
}
