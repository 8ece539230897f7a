import { type Description, type Lifecycle, resolve, type Schema } from '../spec/openapi.js';
import type { MemberFacts } from './model.js';

/**
 * Whether `null` is allowed, looking through references and `allOf` with one meaning.
 *
 * @param description - where references point into
 * @param schema - any schema
 * @returns true if it or what it stands for is nullable
 */
export function isNullable(description: Description, schema: Schema): boolean {
  return layers(description, schema).some(({ nullable }) => nullable === true);
}

/**
 * Okta writes `allOf: [{ $ref }, { readOnly: true }]` to put a marker beside a reference. This finds the one schema
 * that is meant.
 *
 * @param schema - any schema
 * @returns the reference or the only part with a meaning; `undefined` if the schema speaks for itself
 */
export function soleMeaning(schema: Schema): Schema | undefined {
  if (schema.$ref) return { $ref: schema.$ref };
  if (schema.properties !== undefined) return undefined;
  const [only, ...others] = (schema.allOf ?? []).filter(hasStructure);
  return others.length === 0 ? only : undefined;
}

/**
 * Whether a schema lists members of its own.
 *
 * @param schema - any schema
 * @returns false also for an empty list
 */
export function hasMembers({ properties = {} }: Schema): boolean {
  return Object.keys(properties).length > 0;
}

const STRUCTURE = ['$ref', 'properties', 'items', 'oneOf', 'anyOf', 'allOf', 'enum', 'additionalProperties'] as const;

function hasStructure(schema: Schema): boolean {
  return STRUCTURE.some((key) => schema[key] !== undefined);
}

/** The schema, its markers beside the meaning, and what the meaning refers to, nearest first. */
function layers(description: Description, schema: Schema): readonly Schema[] {
  const inner = soleMeaning(schema);
  if (inner === undefined) return [schema];
  const target = inner.$ref ? resolve<Schema>(description, { $ref: inner.$ref }) : inner;
  const markers = (schema.allOf ?? []).filter((part) => part !== inner);
  return [schema, ...markers, ...layers(description, target)];
}

/**
 * Whether the service alone sets a member, or never returns it. Okta writes the marker on the member or on the
 * component that it refers to.
 *
 * @param description - where references point into
 * @param schema - the member's schema
 * @param marker - `readOnly` or `writeOnly`
 * @returns true if it is set
 */
export function isMarked(description: Description, schema: Schema, marker: 'readOnly' | 'writeOnly'): boolean {
  return layers(description, schema).some((layer) => layer[marker] === true);
}

const FACTS = ['default', 'format', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const;

/**
 * Limits, default and lifecycle of a member.
 *
 * @param description - where references point into
 * @param schema - the member's schema
 * @returns what is known, its own word first, then that of what it refers to
 */
export function factsOf(description: Description, schema: Schema): MemberFacts {
  const known = layers(description, schema).map((layer) => {
    const own = FACTS.flatMap((key) => (layer[key] === undefined ? [] : [[key, layer[key]]]));
    const lifecycle = lifecycleWord(layer['x-okta-lifecycle']);
    return { ...Object.fromEntries(own), ...(lifecycle && { lifecycle }) };
  });
  return Object.assign({}, ...known.reverse());
}

/**
 * The lifecycle, unless it is the ordinary one.
 *
 * @param lifecycle - Okta's marker
 * @returns `EA`, `BETA`, `DEPRECATED`, … or `undefined`
 */
export function lifecycleWord(lifecycle: Lifecycle | undefined): string | undefined {
  const word = lifecycle?.lifecycle;
  return word === 'GA' ? undefined : word;
}
