import type { SchemaReader } from '../model/place.js';
import { lifecycleWord } from '../model/schema-facts.js';
import type { Names } from '../names/names-file.js';
import { matchNames, type NamedOperation } from './match-names.js';
import type { Operation } from './operation.js';
import { readAnswer, readStatuses } from './read-answer.js';
import { readBody } from './read-body.js';
import { readParameters } from './read-parameters.js';

/**
 * Reads all operations of a description under their public names.
 *
 * @param builder - of the same description; gets the schemas that stand inside operations
 * @param names - what was decided
 * @returns the operations, sorted by method
 * @throws Error if names and description do not fit
 */
export function readOperations(builder: SchemaReader, names: Names): Operation[] {
  const operations = matchNames(builder.description, names).map((operation) =>
    readOperation(builder, operation, names),
  );
  const faults = operations.flatMap((operation) => lostMembers(operation, names));
  if (faults.length > 0)
    throw new Error(`Locked request members that the description no longer has:\n  - ${faults.join('\n  - ')}`);
  return operations;
}

function readOperation(builder: SchemaReader, named: NamedOperation, names: Names): Operation {
  const { method, name, verb, object } = named;
  const parameters = readParameters(builder, named);
  return {
    apis: [name.api].flat(),
    method,
    verb,
    path: name.call.slice(name.call.indexOf(' ') + 1),
    operationId: object.operationId,
    tag: object.tags?.[0] ?? '',
    parameters,
    body: readBody(builder, named),
    answer: readAnswer(builder, named, parameters),
    statuses: readStatuses(builder, named),
    scopes: (object.security ?? []).flatMap(({ oauth2 = [] }) => oauth2),
    lifecycle: lifecycleWord(object['x-okta-lifecycle']),
    deprecated: object.deprecated === true,
    formerly: name.formerly,
    aliases: aliasesOf(method, names),
  };
}

function aliasesOf(method: string, { aliases, operations }: Names): string[] {
  const published = operations[method]?.published;
  const older = Object.entries(aliases).flatMap(([alias, current]) => (current === method ? [alias] : []));
  return published === undefined ? older : [published, ...older];
}

function lostMembers({ method, parameters, body }: Operation, { operations }: Names): string[] {
  const present = new Set([...parameters, ...(body?.members ?? [])].map(({ name }) => name));
  const locked = operations[method]?.members ?? [];
  return locked.filter((member) => !present.has(member)).map((member) => `${method}: ${member}`);
}
