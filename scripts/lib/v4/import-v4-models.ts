import { type JsonObject, objectAt, objectsAt, textAt } from '../import/json.js';
import type { V4Discriminator, V4Model, V4ModelMethod, V4Operation } from './v4-facts.js';

type Operations = Readonly<Record<string, V4Operation>>;

/** Of what can be done with a model, the generator of those versions made only these two methods, and the named ones. */
const KEPT = ['update', 'delete'];

/**
 * Reads what values of models could do.
 *
 * @param definitions - of the description
 * @param operations - methods of the client
 * @returns models with methods, their descendants, and those that lead to them by a discriminator
 */
export function readV4Models(definitions: JsonObject, operations: Operations): Record<string, V4Model> {
  const all = Object.keys(definitions)
    .sort()
    .map((name): [string, V4Model] => [name, readModel(name, objectAt(definitions, name), operations)]);
  const byName = Object.fromEntries(all);
  const able = (name: string | undefined): boolean =>
    name !== undefined && (byName[name]?.methods !== undefined || able(byName[name]?.parent));
  return Object.fromEntries(all.filter(([name]) => able(name)));
}

function readModel(name: string, definition: JsonObject, operations: Operations): V4Model {
  const parent = textAt(definition, 'x-okta-parent')?.split('/').at(-1);
  const discriminator = readDiscriminator(objectAt(definition, 'x-openapi-v3-discriminator'));
  const links = [
    ...objectsAt(definition, 'x-okta-crud').filter((link) => KEPT.includes(textAt(link, 'alias') ?? '')),
    ...objectsAt(definition, 'x-okta-operations'),
  ];
  const methods = links.flatMap((link) => readMethod(name, link, operations));
  return {
    ...(parent === undefined ? {} : { parent }),
    ...(discriminator === undefined ? {} : { discriminator }),
    ...(methods.length === 0 ? {} : { methods: Object.fromEntries(methods) }),
  };
}

function readDiscriminator(object: JsonObject): V4Discriminator | undefined {
  const member = textAt(object, 'propertyName');
  if (member === undefined) return undefined;
  const models = Object.entries(objectAt(object, 'mapping')).map(([value, pointer]): [string, string] => [
    value,
    String(pointer).split('/').at(-1) ?? '',
  ]);
  return { member, models: Object.fromEntries(models) };
}

/**
 * Arguments that the value fills are those of the path that name a member. A value is the body of an operation that
 * takes its model, whether the description says so or not; so the SDK of those versions decided it.
 */
function readMethod(model: string, link: JsonObject, operations: Operations): [string, V4ModelMethod][] {
  const operation = textAt(link, 'operationId') ?? '';
  const facts = operations[operation];
  if (facts === undefined) return [];
  const filled = objectsAt(link, 'arguments').flatMap((argument): [string, string][] => {
    const [dest, src] = [textAt(argument, 'dest'), textAt(argument, 'src')];
    return dest !== undefined && src !== undefined && facts.params.includes(dest) ? [[dest, src]] : [];
  });
  const method: V4ModelMethod = {
    operation,
    ...(filled.length === 0 ? {} : { arguments: Object.fromEntries(filled) }),
    ...(facts.body === model ? { body: 'self' } : {}),
  };
  return [[textAt(link, 'alias') ?? operation, method]];
}
