import { isObject, type JsonObject, objectAt, objectsAt, textAt } from '../import/json.js';
import { readV4Models } from './import-v4-models.js';
import type { V4Facts, V4Operation } from './v4-facts.js';

/**
 * Takes the facts out of the description that versions 4 to 6 were generated from (Swagger 2 with `x-okta-…`).
 *
 * @param description - parsed `spec.json` of the npm package `@okta/openapi`
 * @returns methods of the client and of the models, sorted by name
 */
export function importV4(description: JsonObject): V4Facts {
  const found = Object.entries(objectAt(description, 'paths')).flatMap(([path, item]) =>
    isObject(item) ? Object.entries(item).flatMap(([verb, object]) => operationsOf({ path, verb }, object)) : [],
  );
  const operations = Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
  return { operations, models: readV4Models(objectAt(description, 'definitions'), operations) };
}

interface Place {
  readonly path: string;
  readonly verb: string;
}

/** One verb of one path may stand for several methods that differ in what they send. */
function operationsOf(place: Place, object: unknown): [string, V4Operation][] {
  if (!isObject(object)) return [];
  const several = objectsAt(object, 'x-okta-multi-operation').map((one) => ({
    ...object,
    ...one,
    parameters: [...objectsAt(one, 'parameters'), ...objectsAt(object, 'parameters')],
  }));
  return [...several, object].flatMap((one): [string, V4Operation][] => {
    const name = textAt(one, 'operationId');
    return name === undefined ? [] : [[name, readOperation(place, one)]];
  });
}

function readOperation({ path, verb }: Place, object: JsonObject): V4Operation {
  const named = (place: string) =>
    objectsAt(object, 'parameters').flatMap((parameter) =>
      textAt(parameter, 'in') === place ? (textAt(parameter, 'name') ?? []) : [],
    );
  const query = named('query');
  const [file] = named('formData');
  return {
    verb: verb.toUpperCase(),
    path,
    params: named('path'),
    ...readBody(object),
    ...(file === undefined ? {} : { file }),
    ...(query.length === 0 ? {} : { query }),
    ...readAnswer(object),
  };
}

function readBody(object: JsonObject): Pick<V4Operation, 'body' | 'optional' | 'sends' | 'encoding'> {
  const body = objectsAt(object, 'parameters').find((parameter) => textAt(parameter, 'in') === 'body');
  if (body === undefined) return {};
  const model = modelOf(objectAt(body, 'schema'));
  if (model !== undefined) return { body: model, ...(body['required'] === true ? {} : { optional: true }) };
  const [sends] = (object['consumes'] as string[] | undefined) ?? [];
  const encoding = textAt(object, 'encoding');
  return {
    body: textAt(body, 'format') ?? 'string',
    ...(sends === undefined ? {} : { sends }),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

function readAnswer(object: JsonObject): Pick<V4Operation, 'returns' | 'list'> {
  const responses = objectAt(object, 'responses');
  const answers = ['200', '201'].map((status) => objectAt(objectAt(responses, status), 'schema'));
  const schema = answers.find((answer) => Object.keys(answer).length > 0) ?? {};
  const items = modelOf(objectAt(schema, 'items'));
  if (items !== undefined) return { returns: items, list: true };
  const returns = modelOf(schema);
  return returns === undefined ? {} : { returns };
}

/**
 * The model that a schema refers to.
 *
 * @param schema - of a body, an answer, an item
 * @returns its name, if it refers to one
 */
export function modelOf(schema: JsonObject): string | undefined {
  return textAt(schema, '$ref')?.split('/').at(-1);
}
