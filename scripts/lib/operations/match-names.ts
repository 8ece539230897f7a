import type { Names, OperationName } from '../names/names-file.js';
import { camel } from '../names/words.js';
import { type Description, type OperationObject, type PathItem, VERBS } from '../spec/openapi.js';

/** An operation of the description with the name that was decided for it. */
export interface NamedOperation {
  readonly method: string;
  readonly name: OperationName;
  readonly verb: string;
  /** Path as the description has it. */
  readonly path: string;
  readonly item: PathItem;
  readonly object: OperationObject;
}

/**
 * Brings the description and the locked names together.
 *
 * @param description - corrected and complete
 * @param names - what was decided
 * @returns every operation, sorted by method
 * @throws Error listing each operation without a name, each name without an operation, and each changed operationId,
 * with the line that would settle it
 */
export function matchNames(description: Description, names: Names): NamedOperation[] {
  const decided = new Map(
    Object.entries(names.operations).map(([method, name]) => [signature(name.call), { method, name }]),
  );
  const faults: string[] = [];
  const matched = operationsOf(description).flatMap((found) => {
    const known = decided.get(signature(`${found.verb} ${found.path}`));
    if (known === undefined) faults.push(`new operation; add: ${suggestion(found, names)}`);
    else if ((known.name.published ?? known.method) !== found.object.operationId)
      faults.push(renamed(known.method, found));
    decided.delete(signature(`${found.verb} ${found.path}`));
    return known === undefined ? [] : [{ ...found, ...known }];
  });
  for (const { method, name } of decided.values())
    faults.push(`${method} (${name.call}) vanished from the description; remove it, or keep it by a supplement`);
  if (faults.length > 0) throw new Error(`spec/names.yaml does not fit the description:\n  - ${faults.join('\n  - ')}`);
  return matched.sort((a, b) => (a.method < b.method ? -1 : 1));
}

type Found = Omit<NamedOperation, 'method' | 'name'>;

function operationsOf(description: Description): Found[] {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    VERBS.flatMap((verb) => {
      const object = item[verb];
      return object === undefined ? [] : [{ verb: verb.toUpperCase(), path, item, object }];
    }),
  );
}

/** Names of placeholders do not distinguish operations. */
function signature(call: string): string {
  return call.replace(/\{[^}]*\}/g, '{}');
}

function renamed(method: string, { object, verb, path }: Found): string {
  return `${verb} ${path}: the operationId is now ${object.operationId}; set \`published: ${object.operationId}\` at ${method}`;
}

function suggestion({ object, verb, path }: Found, { tags }: Names): string {
  const api = object.tags?.map((tag) => tags[tag] ?? `${tag}Api`).join(', ') ?? 'SomeApi';
  const body =
    object.requestBody === undefined ? '' : `, body: ${camel(object['x-codegen-request-body-name'] ?? 'body')}`;
  return `${object.operationId}: { api: ${api}, call: '${verb} ${path}'${body} }`;
}
