import { describe, expect, it } from 'vitest';
import { compareFacts } from '../../../../scripts/lib/diff/compare-facts.js';
import { reportLines, stepLine } from '../../../../scripts/lib/diff/report-text.js';
import type { JsonObject } from '../../../../scripts/lib/import/json.js';
import { changesOf, facts, json, kindsOf, operation, single } from './facts.js';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const sends = (name: string): JsonObject => ({ requestBody: json(ref(name)) });
const receives = (name: string): JsonObject => ({ responses: { 200: json(ref(name)) } });
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: 'object', ...more, properties });
const text = { type: 'string' };

const withSchemas = (members: JsonObject, schemas: JsonObject): JsonObject => single(members, { schemas });

describe('where a schema is met', () => {
  const chain = (deep: JsonObject): JsonObject => ({
    A: object({ list: { type: 'array', items: ref('B') } }),
    B: { oneOf: [ref('C')], discriminator: { propertyName: 'kind', mapping: { D: '#/components/schemas/D' } } },
    C: object({}),
    D: { allOf: [ref('C'), object({ map: { type: 'object', additionalProperties: ref('E') } })] },
    E: deep,
  });

  it('follows lists, forms, tags, parts and maps', () => {
    const [before, after] = [chain(object({})), chain(object({ a: text }, { required: ['a'] }))];
    expect(changesOf(withSchemas(sends('A'), before), withSchemas(sends('A'), after))).toMatchObject([
      { kind: 'required-member-added', where: 'E.a', breaking: true },
    ]);
    expect(changesOf(withSchemas(receives('A'), before), withSchemas(receives('A'), after))).toMatchObject([
      { kind: 'required-member-added', where: 'E.a', breaking: false },
    ]);
  });

  it('follows shared parameters, bodies, responses and headers', () => {
    const shared = (deep: JsonObject): JsonObject =>
      facts(
        {
          '/a': {
            parameters: [{ $ref: '#/components/parameters/P' }],
            get: operation({
              requestBody: { $ref: '#/components/requestBodies/B' },
              responses: { 200: { $ref: '#/components/responses/R' } },
            }),
          },
        },
        {
          parameters: { P: { name: 'p', in: 'query', schema: ref('InParameter') } },
          requestBodies: { B: json(ref('InBody')) },
          responses: { R: { headers: { H: { $ref: '#/components/headers/H' } }, ...json(ref('InResponse')) } },
          headers: { H: { schema: ref('InHeader') } },
          schemas: { InParameter: deep, InBody: deep, InResponse: deep, InHeader: deep },
        },
      );
    const changes = changesOf(shared({ enum: ['A', 'B'] }), shared({ enum: ['A'] }));
    expect(Object.fromEntries(changes.map(({ where, breaking }) => [where, breaking]))).toEqual({
      InParameter: true,
      InBody: true,
      InResponse: false,
      InHeader: false,
    });
  });

  it('does not count members that are only read as written', () => {
    const schemas = (kind: JsonObject): JsonObject => ({
      A: object({ kind: { ...ref('Kind'), readOnly: true } }),
      Kind: kind,
    });
    const [before, after] = [schemas({ enum: ['A', 'B'] }), schemas({ enum: ['A'] })];
    const members = { ...sends('A'), ...receives('A') };
    expect(changesOf(withSchemas(members, before), withSchemas(members, after))).toMatchObject([
      { kind: 'enum-value-removed', breaking: false },
    ]);
  });

  it('lets nobody suffer from a new required member that is only read', () => {
    const after = object({ id: { type: 'string', readOnly: true } }, { required: ['id'] });
    const members = { ...sends('A'), ...receives('A') };
    expect(changesOf(withSchemas(members, { A: object({}) }), withSchemas(members, { A: after }))).toMatchObject([
      { kind: 'required-member-added', breaking: false },
    ]);
  });

  it('is the other way round in what Okta calls', () => {
    const hook = (schema: JsonObject): JsonObject => ({
      ...facts({}, { schemas: { S: schema } }),
      'x-webhooks': { Hook: { post: operation({ ...sends('S'), responses: { 204: {} } }) } },
    });
    expect(changesOf(hook(object({})), hook(object({ a: text }, { required: ['a'] })))).toMatchObject([
      { kind: 'required-member-added', breaking: false },
    ]);
  });

  it('is what was met before: a new use breaks no one who did not have it', () => {
    const before = withSchemas(receives('A'), { A: object({}) });
    const required = object({ a: text }, { required: ['a'] });
    const after = withSchemas({ ...receives('A'), ...sends('A') }, { A: required });
    expect(changesOf(before, after)).toMatchObject([
      { kind: 'body-added', breaking: false },
      { kind: 'required-member-added', breaking: false },
    ]);
  });
});

describe('members and parts of a schema', () => {
  const compared = (before: JsonObject, after: JsonObject) =>
    changesOf(withSchemas(sends('A'), before), withSchemas(sends('A'), after));

  it('did not change when they moved into a shared part', () => {
    const before = { A: { allOf: [ref('Base'), object({ a: text }, { required: ['a'] })] }, Base: object({}) };
    const after = { A: { allOf: [ref('Base'), object({})] }, Base: object({ a: text }, { required: ['a'] }) };
    expect(compared(before, after).filter(({ where }) => where.startsWith('A'))).toEqual([]);
  });

  it('did not change when inline parts were put together', () => {
    const before = { A: { allOf: [object({ a: text }), object({ b: text })] } };
    expect(compared(before, { A: { allOf: [object({ b: text, a: text })] } })).toEqual([]);
  });

  it('go with a part that is gone', () => {
    const Base = object({ a: text });
    const before = { A: { allOf: [ref('Base'), object({ b: text })] }, Base };
    expect(compared(before, { A: { allOf: [object({ b: text })] }, Base })).toMatchObject([
      { kind: 'member-removed', where: 'A.a' },
    ]);
  });

  it('are told once for a part that many share', () => {
    const schemas = (Base: JsonObject): JsonObject => ({
      A: { oneOf: [ref('B'), ref('C')] },
      B: { allOf: [ref('Base'), object({})] },
      C: { allOf: [ref('Base'), object({})] },
      Base,
    });
    expect(compared(schemas(object({})), schemas(object({ a: text })))).toMatchObject([{ where: 'Base.a' }]);
  });

  it('must be written once they are no longer only read', () => {
    const schema = (readOnly: boolean): JsonObject => ({
      A: object({ a: { ...text, readOnly } }, { required: ['a'] }),
    });
    const before = withSchemas({ ...sends('A'), ...receives('A') }, schema(true));
    const after = withSchemas({ ...sends('A'), ...receives('A') }, schema(false));
    expect(kindsOf(changesOf(before, after))).toEqual(['required-member-writable', 'read-only-dropped']);
  });

  it('do not mind a reference in allOf, or a type beside it', () => {
    const before = { A: object({ a: { ...ref('B'), type: 'object' } }), B: object({}) };
    expect(compared(before, { A: object({ a: { allOf: [ref('B')] } }), B: object({}) })).toEqual([]);
  });

  it('say where nested ones are', () => {
    const nested = (leaf: JsonObject): JsonObject => ({
      A: object({ list: { type: 'array', items: object({ leaf }) } }),
    });
    expect(compared(nested(text), nested({ type: 'integer' }))).toMatchObject([{ where: 'A.list[].leaf' }]);
  });
});

describe('schemas', () => {
  const both = withSchemas(receives('A'), { A: object({}), B: object({}) });

  it('are new or gone', () => {
    const one = withSchemas(receives('A'), { A: object({}) });
    expect(changesOf(one, both)).toMatchObject([{ kind: 'schema-added', where: 'B', breaking: false }]);
    expect(changesOf(both, one)).toMatchObject([{ kind: 'schema-removed', where: 'B', breaking: false }]);
  });

  it('break who uses them when they are gone', () => {
    const before = withSchemas(receives('A'), { A: object({ b: ref('B') }), B: object({ c: text }) });
    const changes = changesOf(before, withSchemas(receives('A'), { A: object({ b: object({ c: text }) }) }));
    expect(changes).toMatchObject([{ kind: 'schema-removed', where: 'B', breaking: true }]);
  });

  it('that take the place of others break where they differ', () => {
    const schemas = { B: object({ x: text }), C: object({}) };
    const before = withSchemas(receives('A'), { A: object({ m: ref('B') }), ...schemas });
    const after = withSchemas(receives('A'), { A: object({ m: ref('C') }), ...schemas });
    expect(changesOf(before, after)).toMatchObject([{ kind: 'reference-changed', where: 'A.m', text: 'B became C' }]);
    expect(changesOf(after, before)).toMatchObject([{ kind: 'reference-renamed', where: 'A.m', text: 'C became B' }]);
  });

  it('that contain each other are compared all the same', () => {
    const tree = (name: string): JsonObject => ({ [name]: object({ up: ref(name) }) });
    const before = withSchemas(receives('A'), tree('A'));
    expect(kindsOf(changesOf(before, withSchemas(receives('B'), tree('B'))))).toContain('reference-renamed');
  });
});

describe('operations', () => {
  it('are told once for what they share', () => {
    const shared = (schema: JsonObject): JsonObject =>
      facts(
        Object.fromEntries(
          ['a', 'b', 'c'].map((name) => [
            `/${name}`,
            { get: operation({ operationId: name, responses: { 404: { $ref: '#/components/responses/Error' } } }) },
          ]),
        ),
        { responses: { Error: json(schema) } },
      );
    expect(changesOf(shared(text), shared({ type: 'integer' }))).toMatchObject([
      { kind: 'type-changed', where: 'responses/Error application/json' },
    ]);
  });

  it('ask for what the whole document asks for, unless they say otherwise', () => {
    const before = { ...single({}), security: [{ oauth2: ['a'] }] };
    expect(changesOf(before, single({ security: [{ oauth2: ['a'] }] }))).toEqual([]);
  });

  it('that moved know their parameters by name', () => {
    const at = (path: string, name: string) =>
      facts({ [path]: { get: operation({ parameters: [{ name, in: 'path', required: true, schema: text }] }) } });
    expect(kindsOf(changesOf(at('/a/{x}', 'x'), at('/b/{x}', 'x')))).toEqual(['operation-moved']);
    expect(kindsOf(changesOf(at('/a/{x}', 'x'), at('/b/{y}', 'y')))).toEqual([
      'operation-moved',
      'parameter-removed',
      'required-parameter-added',
    ]);
  });
});

describe('the step of the version', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['none', single({}), { ...single({}), info: { version: '2' } }],
    ['patch', single({}), single({ deprecated: true })],
    [
      'minor',
      single({ deprecated: true }),
      facts({ '/a': { get: operation() }, '/b': { get: operation({ operationId: 'b' }) } }),
    ],
    ['major', single({}), facts({ '/b': { get: operation({ operationId: 'b' }) } })],
  ])('is %s', (step, before, after) => {
    expect(compareFacts({ before, after }).step).toBe(step);
  });

  it('is minor for the first release', () => {
    expect(compareFacts({ before: undefined, after: single({}) })).toMatchObject({ step: 'minor', changes: [] });
  });
});

describe('the report', () => {
  it('puts what breaks first, and one reason above all it holds for', () => {
    const report = compareFacts({
      before: facts({ '/a': { get: operation() }, '/b': { get: operation({ operationId: 'b' }) } }),
      after: facts({ '/c': { get: operation({ operationId: 'c' }) } }),
    });
    expect([...reportLines(report), stepLine(report)]).toEqual([
      '',
      'breaks who uses the SDK (2)',
      '  operation-removed: calls of the method no longer compile',
      '    GET /a: getA is gone',
      '    GET /b: b is gone',
      '',
      'adds (1)',
      '  operation-added: a new method',
      '    GET /c: c is new',
      'semver step: major (2 breaking, 1 added, 0 other)',
    ]);
  });
});
