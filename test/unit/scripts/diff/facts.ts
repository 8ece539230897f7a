import { compareFacts } from '../../../../scripts/lib/diff/compare-facts.js';
import type { Change, ChangeKind } from '../../../../scripts/lib/diff/report.js';
import type { JsonObject } from '../../../../scripts/lib/import/json.js';

/** Facts with these operations and components. */
export const facts = (paths: JsonObject, components: JsonObject = {}): JsonObject => ({
  openapi: '3.0.3',
  info: { version: '1' },
  paths,
  components,
});

/** One operation, `GET /a` unless the members say otherwise. */
export const operation = (members: JsonObject = {}): JsonObject => ({
  operationId: 'getA',
  tags: ['A'],
  responses: { 200: {} },
  ...members,
});

/** Facts with one operation. */
export const single = (members: JsonObject, components: JsonObject = {}): JsonObject =>
  facts({ '/a': { get: operation(members) } }, components);

/** A body or a response with one schema. */
export const json = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } });

/** Facts in which a schema named S is sent, received, both or neither. */
export function placed(schema: JsonObject, place: 'request' | 'response' | 'nowhere'): JsonObject {
  const body = json({ $ref: '#/components/schemas/S' });
  const uses: Record<typeof place, JsonObject> = {
    request: { requestBody: body },
    response: { responses: { 200: body } },
    nowhere: {},
  };
  return single(uses[place], { schemas: { S: schema, T: { type: 'object' }, U: { type: 'object' } } });
}

/** What differs, in short. */
export const changesOf = (before: JsonObject, after: JsonObject): Change[] => compareFacts({ before, after }).changes;

/** The kinds of what differs, each once. */
export const kindsOf = (changes: readonly Change[]): ChangeKind[] => [...new Set(changes.map(({ kind }) => kind))];
