import { isDeepStrictEqual } from 'node:util';
import { pascal, singular } from '../names/words.js';
import { type Description, referenceName, resolve, type Schema } from '../spec/openapi.js';
import type { Model, NamedType, Shape, Type } from './model.js';
import { narrowTags } from './narrow-tags.js';
import { objectShape } from './object-shape.js';
import { below, type Place, type SchemaReader } from './place.js';
import { enumType, scalarOf } from './scalar.js';
import { hasMembers, isNullable, lifecycleWord, soleMeaning } from './schema-facts.js';
import { unionKey, unionShape } from './union-shape.js';

/** Names that were decided by hand: pointer to type name. */
export type DecidedNames = Readonly<Record<string, string>>;

/** Reads the schemas of a description into a {@link Model}. */
export class ModelBuilder implements SchemaReader {
  readonly description: Description;
  readonly #decided: DecidedNames;
  readonly #types = new Map<string, NamedType>();
  readonly #unions = new Map<string, string>();
  readonly #bases: ReadonlySet<string>;

  constructor(description: Description, decided: DecidedNames) {
    this.description = description;
    this.#decided = decided;
    const { schemas } = description.components;
    this.#bases = new Set(
      Object.values(schemas).flatMap(({ allOf = [] }) =>
        allOf.flatMap(({ $ref }) => ($ref ? [referenceName($ref)] : [])),
      ),
    );
    for (const [name, schema] of Object.entries(schemas)) {
      const key = unionKey(schema);
      if (key !== undefined && !this.#unions.has(key)) this.#unions.set(key, name);
    }
    for (const name of Object.keys(schemas)) this.component(name);
  }

  /** The finished model: tags of discriminated variants are literals. */
  finish(): Model {
    narrowTags(this.#types);
    return { types: this.#types };
  }

  /** The type of a component. Scalars, arrays and the like have no name of their own. */
  component(name: string): Type {
    const pointer = `#/components/schemas/${name}`;
    const schema = resolve<Schema>(this.description, { $ref: pointer });
    const place = {
      name: this.#decided[pointer] ?? pascal(name),
      owner: this.#decided[pointer] ?? pascal(name),
      pointer,
    };
    if (this.#bases.has(name) || deservesName(schema) || this.#decided[pointer] !== undefined)
      return this.#define(schema, place);
    return this.read(schema, place);
  }

  /** The type of a schema; one that needs a name gets that of its place. */
  read(schema: Schema, place: Place): Type {
    const inner = soleMeaning(schema);
    if (inner !== undefined) return inner.$ref ? this.component(referenceName(inner.$ref)) : this.read(inner, place);
    if (schema.enum !== undefined) return enumType(schema.enum);
    if (schema.oneOf ?? schema.anyOf) return this.#choice(schema, place);
    if (schema.type === 'array' || schema.items !== undefined) return this.#array(schema, place);
    if (hasMembers(schema) || schema.allOf !== undefined) return this.#define(schema, place);
    if (schema.type === 'object' || schema.additionalProperties !== undefined) return this.#map(schema, place);
    return { kind: 'scalar', scalar: scalarOf(schema) };
  }

  /** What is known of a named type so far. */
  shapeOf(name: string): Shape | undefined {
    return this.#types.get(name)?.shape;
  }

  /** Whether another component is built upon this one. */
  isBase(component: string): boolean {
    return this.#bases.has(component);
  }

  #array(schema: Schema, place: Place): Type {
    const items = schema.items ?? {};
    const type = this.read(items, below(place, 'items', singular(place.name)));
    return { kind: 'array', items: type, nullableItems: isNullable(this.description, items) };
  }

  #map({ additionalProperties }: Schema, place: Place): Type {
    if (typeof additionalProperties !== 'object') {
      const values: Type = additionalProperties === false ? { kind: 'scalar', scalar: 'never' } : UNKNOWN;
      return { kind: 'map', values, nullableValues: false };
    }
    const values = this.read(additionalProperties, below(place, 'additionalProperties', `${place.name}Value`));
    return { kind: 'map', values, nullableValues: isNullable(this.description, additionalProperties) };
  }

  #choice(schema: Schema, place: Place): Type {
    const options = schema.oneOf ?? schema.anyOf ?? [];
    const known = this.#unions.get(unionKey(schema) ?? '');
    if (known !== undefined && !place.pointer.endsWith(`/schemas/${known}`)) return this.component(known);
    const types = options.map((option, index) =>
      this.read(option, below(place, `oneOf/${index}`, `${place.name}Option${index + 1}`)),
    );
    if (types.some(({ kind }) => kind !== 'named')) return { kind: 'any-of', types };
    return this.#define(schema, place);
  }

  #define(schema: Schema, place: Place): Type {
    const name = this.#decided[place.pointer] ?? place.name;
    const existing = this.#types.get(name);
    if (existing === undefined) {
      const type: NamedType = {
        name,
        owner: place.owner,
        pointer: place.pointer,
        shape: PENDING,
        deprecated: schema.deprecated === true,
        lifecycle: lifecycleWord(schema['x-okta-lifecycle']),
      };
      this.#types.set(name, type);
      type.shape = this.#shape(schema, { ...place, name });
    } else if (existing.pointer !== place.pointer && !this.#isSame(existing, schema)) {
      throw new Error(
        `${place.pointer} and ${existing.pointer} would both be called ${name}: decide in names.yaml, under schemas`,
      );
    }
    return { kind: 'named', name };
  }

  /** Okta has a few components twice, under names that differ in case only. */
  #isSame({ pointer }: NamedType, schema: Schema): boolean {
    const [, other] = /^#\/components\/schemas\/([^/]+)$/.exec(pointer) ?? [];
    return other !== undefined && isDeepStrictEqual(this.description.components.schemas[other], schema);
  }

  #shape(schema: Schema, place: Place): Shape {
    if (schema.enum !== undefined) return { kind: 'alias', type: enumType(schema.enum) };
    if (schema.oneOf ?? schema.anyOf ?? schema.discriminator?.mapping) return unionShape(this, schema, place);
    if (hasMembers(schema) || schema.allOf || this.isBase(referenceName(place.pointer)))
      return objectShape(this, schema, place);
    return { kind: 'alias', type: this.read(schema, place) };
  }
}

const UNKNOWN: Type = { kind: 'scalar', scalar: 'unknown' };
const PENDING: Shape = { kind: 'alias', type: UNKNOWN };

function deservesName({ properties, allOf, oneOf, anyOf, enum: values, type }: Schema): boolean {
  return Boolean(properties ?? allOf ?? oneOf ?? anyOf ?? values) || type === 'object' || type === 'array';
}
