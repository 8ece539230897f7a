import fc from 'fast-check';
import type { Json, JsonObject } from '../../../../scripts/lib/import/json.js';
import { smallDescription } from './small-description.js';

const NAMES = [
  'id',
  'name',
  'title',
  'description',
  'example',
  'default',
  '$ref',
  'x-tags',
  '200',
  'a b',
  'yes',
  'null',
  '~/%',
];

const name = fc.oneof(fc.constantFrom(...NAMES), fc.string({ minLength: 1, maxLength: 8 }));

const prose = fc.record(
  {
    description: fc.string(),
    title: fc.lorem(),
    example: fc.jsonValue({ maxDepth: 1 }),
    'x-okta-unheard-of': fc.boolean(),
  },
  { requiredKeys: [] },
);

/** JSON knows no negative zero. */
const value = fc.jsonValue({ maxDepth: 2 }).map((json): Json => JSON.parse(JSON.stringify(json)));

const scalar = fc.record(
  {
    type: fc.constantFrom('string', 'integer', 'boolean', 'number'),
    format: fc.constantFrom('date-time', 'int64', 'any words at all', 'utf-8'),
    nullable: fc.boolean(),
    readOnly: fc.boolean(),
    enum: fc.array(fc.oneof(fc.string(), fc.constant(null), fc.integer()), { maxLength: 4 }),
    default: value,
    maxLength: fc.nat(),
    pattern: fc.string(),
    'x-okta-lifecycle': fc.record({ lifecycle: fc.constantFrom('GA', 'EA'), SKUs: fc.array(fc.string()) }),
  },
  { requiredKeys: [] },
);

const { schema } = fc.letrec<{ schema: JsonObject; tree: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<JsonObject>(
      { $ref: '#/components/schemas/Pet' },
      { $ref: '#/components/schemas/Owner', nullable: true },
    ),
    both(scalar),
    tie('tree'),
  ),
  tree: both(
    fc.record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 4 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
        items: tie('schema'),
        allOf: fc.array(tie('schema'), { maxLength: 2 }),
        oneOf: fc.array(tie('schema'), { maxLength: 2 }),
        'x-okta-feature-flag-amends': fc.dictionary(fc.constantFrom('ONE', 'TWO'), tie('schema'), { maxKeys: 2 }),
      },
      { requiredKeys: [] },
    ),
  ),
}));

/** A schema with some of the prose that stands in published ones. */
function both(facts: fc.Arbitrary<object>): fc.Arbitrary<JsonObject> {
  return fc.tuple(facts, prose).map(([kept, dropped]) => ({ ...kept, ...dropped }) as JsonObject);
}

/** Sound descriptions with schemas of every shape. */
export const anyDescription: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.dictionary(fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,8}$/), schema, { maxKeys: 5 }), schema)
  .map(([schemas, body]) => {
    const description = smallDescription();
    const components = description['components'] as JsonObject;
    const small = components['schemas'] as JsonObject;
    const operation = {
      operationId: 'sendAnything',
      requestBody: { content: { 'application/json': { schema: body } } },
      responses: { 204: { description: 'Done' } },
    };
    const paths = { ...(description['paths'] as JsonObject), '/anything': { post: operation } };
    return { ...description, paths, components: { ...components, schemas: { ...schemas, ...small } } };
  });
