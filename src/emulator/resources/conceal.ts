import { expand } from '../description/expand.js';
import type { Schema, Schemas } from '../description/facts.js';
import { isObject, type JsonObject } from '../org/json.js';
import type { Occasion } from './occasion.js';
import type { Resource } from './rule.js';

/** Stands where a secret was sent, so that it is known that there is one. */
const CONCEALED = '(secret)';

/**
 * A resource as it is stored: the emulator has no use for most secrets, so none of them gets into its data file.
 *
 * @param occasion - the request
 * @param resource - as it was sent
 * @returns the resource without texts that are never shown, unless its kind sends them on
 */
export function withoutSecrets({ kind, invention }: Occasion, resource: Resource): Resource {
  const { secret = [], sendsSecrets } = kind.rule;
  if (sendsSecrets) return resource;
  const named = secret.filter((name) => typeof resource[name] === 'string').map((name) => [name, CONCEALED]);
  return { ...concealed(invention.schemas, kind.schema, resource), ...Object.fromEntries(named) };
}

function concealed(schemas: Schemas, schema: Schema, value: JsonObject): JsonObject {
  const { properties = {} } = expand(schemas, schema, value);
  const members = Object.entries(value).map(([name, member]) => {
    const inner = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return [name, inner === undefined ? member : concealedMember(schemas, inner, member)];
  });
  return Object.fromEntries(members);
}

function concealedMember(schemas: Schemas, schema: Schema, value: unknown): unknown {
  if (isObject(value)) return concealed(schemas, schema, value);
  return typeof value === 'string' && expand(schemas, schema).writeOnly ? CONCEALED : value;
}
