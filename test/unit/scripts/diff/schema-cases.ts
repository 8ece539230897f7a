import type { ChangeKind } from '../../../../scripts/lib/diff/report.js';
import type { Level } from '../../../../scripts/lib/diff/verdict.js';
import type { JsonObject } from '../../../../scripts/lib/import/json.js';

/** A change of a schema and what it means to who writes it and to who reads it. */
export interface SchemaCase {
  kind: ChangeKind;
  before: JsonObject;
  after: JsonObject;
  request: Level;
  response: Level;
}

const text = { type: 'string' };
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: 'object', ...more, properties });
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const tags = (mapping: JsonObject, propertyName = 'kind'): JsonObject => ({
  type: 'object',
  discriminator: { propertyName, mapping },
});
const [toT, toU] = ['#/components/schemas/T', '#/components/schemas/U'];

type Row = [ChangeKind, JsonObject, JsonObject, Level, Level];

const ROWS: Row[] = [
  ['member-added', object({}), object({ a: text }), 'addition', 'addition'],
  ['required-member-added', object({}), object({ a: text }, { required: ['a'] }), 'breaking', 'addition'],
  ['member-removed', object({ a: text }), object({}), 'breaking', 'breaking'],
  ['member-now-required', object({ a: text }), object({ a: text }, { required: ['a'] }), 'breaking', 'change'],
  ['member-no-longer-required', object({ a: text }, { required: ['a'] }), object({ a: text }), 'change', 'breaking'],
  ['type-changed', text, { type: 'boolean' }, 'breaking', 'breaking'],
  ['type-widened', { type: 'integer' }, { type: 'number' }, 'change', 'change'],
  ['type-narrowed', { type: 'number' }, { type: 'integer' }, 'breaking', 'change'],
  ['format-changed', text, { ...text, format: 'uri' }, 'change', 'change'],
  ['value-format-changed', text, { ...text, format: 'date-time' }, 'breaking', 'breaking'],
  ['nullable-added', text, { ...text, nullable: true }, 'change', 'breaking'],
  ['nullable-dropped', { ...text, nullable: true }, text, 'breaking', 'change'],
  ['read-only-added', text, { ...text, readOnly: true }, 'breaking', 'change'],
  ['read-only-dropped', { ...text, readOnly: true }, text, 'addition', 'change'],
  ['write-only-added', text, { ...text, writeOnly: true }, 'change', 'breaking'],
  ['write-only-dropped', { ...text, writeOnly: true }, text, 'change', 'addition'],
  ['limit-narrowed', { ...text, maxLength: 9 }, { ...text, maxLength: 8 }, 'breaking', 'change'],
  ['limit-narrowed', { ...text, minLength: 1 }, { ...text, minLength: 2 }, 'breaking', 'change'],
  ['limit-narrowed', text, { ...text, pattern: 'a' }, 'breaking', 'change'],
  ['limit-widened', { ...text, maxLength: 8 }, { ...text, maxLength: 9 }, 'change', 'change'],
  ['limit-widened', { ...text, pattern: 'a' }, text, 'change', 'change'],
  ['default-changed', { ...text, default: 'a' }, { ...text, default: 'b' }, 'change', 'change'],
  ['enum-value-added', { enum: ['A'] }, { enum: ['A', 'B'] }, 'addition', 'addition'],
  ['enum-value-removed', { enum: ['A', 'B'] }, { enum: ['A'] }, 'breaking', 'change'],
  ['enum-introduced', text, { ...text, enum: ['A'] }, 'breaking', 'change'],
  ['enum-dropped', { ...text, enum: ['A'] }, text, 'change', 'change'],
  ['extra-members-allowed', object({}), object({}, { additionalProperties: true }), 'addition', 'addition'],
  ['extra-members-refused', object({}, { additionalProperties: text }), object({}), 'breaking', 'breaking'],
  ['variant-added', { oneOf: [ref('T')] }, { oneOf: [ref('T'), ref('U')] }, 'addition', 'addition'],
  ['variant-added', { oneOf: [text] }, { oneOf: [text, { type: 'integer' }] }, 'addition', 'addition'],
  ['variant-removed', { oneOf: [ref('T'), ref('U')] }, { oneOf: [ref('T')] }, 'breaking', 'change'],
  ['tag-added', tags({ T: toT }), tags({ T: toT, U: toU }), 'addition', 'addition'],
  ['tag-removed', tags({ T: toT, U: toU }), tags({ T: toT }), 'breaking', 'change'],
  ['tag-changed', tags({ T: toT }), tags({ T: toU }), 'breaking', 'breaking'],
  ['discriminator-added', { type: 'object' }, tags({}), 'change', 'change'],
  ['discriminator-changed', tags({}, 'kind'), tags({}, 'type'), 'breaking', 'breaking'],
  ['discriminator-changed', tags({}), { type: 'object' }, 'breaking', 'breaking'],
  ['reference-renamed', object({ a: ref('T') }), object({ a: ref('U') }), 'change', 'change'],
  ['schema-deprecated', text, { ...text, deprecated: true }, 'change', 'change'],
  ['schema-undeprecated', { ...text, deprecated: true }, text, 'change', 'change'],
  ['schema-marker-changed', text, { ...text, 'x-okta-lifecycle': { lifecycle: 'GA' } }, 'change', 'change'],
  ['other-schema-facts', text, { ...text, not: { enum: [''] } }, 'change', 'change'],
];

/** Every rule about schemas that can be met within one schema. */
export const SCHEMA_CASES: SchemaCase[] = ROWS.map(([kind, before, after, request, response]) => ({
  kind,
  before,
  after,
  request,
  response,
}));
