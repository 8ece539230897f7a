import type { ChangeKind } from '../../../../scripts/lib/diff/report.js';
import type { Level } from '../../../../scripts/lib/diff/verdict.js';
import type { JsonObject } from '../../../../scripts/lib/import/json.js';
import { facts, json, operation, single } from './facts.js';

/** A change of an operation, what it means, and where it is said to be. */
export interface OperationCase {
  kind: ChangeKind;
  before: JsonObject;
  after: JsonObject;
  level: Level;
  where: string;
}

const text = { type: 'string' };
const limit = (more: JsonObject = {}): JsonObject => ({
  parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' }, ...more }],
});
const at = (path: string, members: JsonObject = {}): JsonObject => facts({ [path]: { get: operation(members) } });
const path = (name: string): JsonObject => ({ parameters: [{ name, in: 'path', required: true, schema: text }] });
const responses = (...statuses: number[]): JsonObject => ({
  responses: Object.fromEntries(statuses.map((status) => [status, {}])),
});
const body = (more: JsonObject = {}): JsonObject => ({ requestBody: { ...json(text), ...more } });
const scheme = (...choices: JsonObject[]): JsonObject => ({ security: choices });
const response = (members: JsonObject): JsonObject => ({ responses: { 200: members } });
const header = (required: boolean): JsonObject => response({ headers: { Link: { required, schema: text } } });
const xml = { content: { ...(json(text)['content'] as JsonObject), 'application/xml': { schema: text } } };

type Row = [ChangeKind, Level, JsonObject, JsonObject, string?];

const ROWS: Row[] = [
  ['operation-added', 'addition', facts({}), single({})],
  ['operation-removed', 'breaking', single({}), facts({})],
  ['operation-renamed', 'breaking', single({}), single({ operationId: 'readA' })],
  ['operation-moved', 'change', at('/a'), at('/b'), 'GET /b'],
  ['operation-retagged', 'breaking', single({}), single({ tags: ['B'] })],
  ['operation-deprecated', 'change', single({}), single({ deprecated: true })],
  ['operation-undeprecated', 'change', single({ deprecated: true }), single({})],
  ['lifecycle-changed', 'change', single({}), single({ 'x-okta-lifecycle': { lifecycle: 'GA' } })],
  ['marker-changed', 'change', single({}), single({ 'x-okta-iam-permissions': ['okta.apps.read'] })],
  ['server-changed', 'change', single({}), single({ servers: [{ url: 'https://other' }] })],
  ['scope-required', 'breaking', single(scheme({ o: ['r'] })), single(scheme({ o: ['r', 'w'] }))],
  ['scope-dropped', 'change', single(scheme({ o: ['r', 'w'] })), single(scheme({ o: ['r'] }))],
  ['scheme-added', 'addition', single(scheme({ o: [] })), single(scheme({ o: [] }, { k: [] }))],
  ['scheme-dropped', 'breaking', single(scheme({ o: [] }, { k: [] })), single(scheme({ o: [] }))],
  ['sign-in-required', 'breaking', single({}), single(scheme({ o: [] }))],
  ['sign-in-dropped', 'change', single(scheme({ o: [] })), single({})],
  ['parameter-added', 'addition', single({}), single(limit()), 'GET /a query parameter limit'],
  [
    'required-parameter-added',
    'breaking',
    single({}),
    single(limit({ required: true })),
    'GET /a query parameter limit',
  ],
  ['parameter-removed', 'breaking', single(limit()), single({}), 'GET /a query parameter limit'],
  [
    'parameter-now-required',
    'breaking',
    single(limit()),
    single(limit({ required: true })),
    'GET /a query parameter limit',
  ],
  [
    'parameter-no-longer-required',
    'change',
    single(limit({ required: true })),
    single(limit()),
    'GET /a query parameter limit',
  ],
  [
    'parameter-encoding-changed',
    'change',
    single(limit()),
    single(limit({ explode: false })),
    'GET /a query parameter limit',
  ],
  [
    'parameter-deprecated',
    'change',
    single(limit()),
    single(limit({ deprecated: true })),
    'GET /a query parameter limit',
  ],
  [
    'parameter-undeprecated',
    'change',
    single(limit({ deprecated: true })),
    single(limit()),
    'GET /a query parameter limit',
  ],
  ['type-changed', 'breaking', single(limit()), single(limit({ schema: text })), 'GET /a query parameter limit'],
  ['placeholder-renamed', 'breaking', at('/a/{x}', path('x')), at('/a/{y}', path('y')), 'GET /a/{y} path parameter y'],
  ['body-added', 'addition', single({}), single(body()), 'GET /a request'],
  ['required-body-added', 'breaking', single({}), single(body({ required: true })), 'GET /a request'],
  ['body-removed', 'breaking', single(body()), single({}), 'GET /a request'],
  ['body-now-required', 'breaking', single(body()), single(body({ required: true })), 'GET /a request'],
  ['body-no-longer-required', 'change', single(body({ required: true })), single(body()), 'GET /a request'],
  ['media-type-added', 'addition', single(body()), single({ requestBody: xml }), 'GET /a request'],
  ['media-type-removed', 'breaking', single({ requestBody: xml }), single(body()), 'GET /a request'],
  ['media-type-added', 'change', single(response(json(text))), single(response(xml)), 'GET /a response 200'],
  ['media-type-removed', 'breaking', single(response(xml)), single(response(json(text))), 'GET /a response 200'],
  ['status-added', 'addition', single(responses(200)), single(responses(200, 202))],
  ['status-removed', 'breaking', single(responses(200, 202)), single(responses(200))],
  ['error-status-added', 'change', single(responses(200)), single(responses(200, 404))],
  ['error-status-removed', 'change', single(responses(200, 404)), single(responses(200))],
  ['header-added', 'addition', single(response({})), single(header(false)), 'GET /a response 200'],
  ['header-removed', 'change', single(header(false)), single(response({})), 'GET /a response 200'],
  ['header-now-required', 'change', single(header(false)), single(header(true)), 'GET /a response 200 header Link'],
  [
    'header-no-longer-required',
    'change',
    single(header(true)),
    single(header(false)),
    'GET /a response 200 header Link',
  ],
  ['other-facts', 'change', single({}), { ...single({}), servers: [{ url: 'https://other' }] }, '#/servers'],
];

/** Every rule about operations. */
export const OPERATION_CASES: OperationCase[] = ROWS.map(([kind, level, before, after, where = 'GET /a']) => ({
  kind,
  before,
  after,
  level,
  where,
}));
