import { describe, expect, it } from 'vitest';
import { type DecidedNames, ModelBuilder } from '../../../../scripts/lib/model/build-model.js';
import type { Member, Model, ObjectShape } from '../../../../scripts/lib/model/model.js';
import type { Schema } from '../../../../scripts/lib/spec/openapi.js';

const build = (schemas: Record<string, Schema>, decided: DecidedNames = {}): Model =>
  new ModelBuilder({ openapi: '3.0.3', info: { version: '1' }, paths: {}, components: { schemas } }, decided).finish();

const shapeOf = (model: Model, name: string) => model.types.get(name)?.shape as ObjectShape;
const memberOf = (model: Model, type: string, name: string) =>
  shapeOf(model, type).members.find((member) => member.name === name) as Member;

const text: Schema = { type: 'string' };
const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  ...more,
});
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

describe('inline schemas', () => {
  it('get their names from where they stand', () => {
    const model = build({
      user: object({
        _embedded: object({ a: text }),
        emails: { type: 'array', items: object({ value: text }) },
        settings: { type: 'object', additionalProperties: object({ on: { type: 'boolean' } }) },
      }),
    });
    expect([...model.types.keys()].sort()).toEqual(['User', 'UserEmail', 'UserEmbedded', 'UserSettingsValue']);
    expect(model.types.get('UserEmail')?.owner).toBe('User');
  });

  it('may be named by hand', () => {
    const decided = { '#/components/schemas/User/properties/type': 'UserTypeInline' };
    const model = build({ User: object({ type: object({ id: text }) }), UserType: object({ id: text }) }, decided);
    expect(memberOf(model, 'User', 'type').type).toEqual({ kind: 'named', name: 'UserTypeInline' });
  });

  it('whose name is taken must be named by hand', () => {
    expect(() => build({ User: object({ type: object({ id: text }) }), UserType: object({ id: text }) })).toThrow(
      /would both be called UserType: decide in names.yaml/,
    );
  });

  it('that repeat a choice between components are that choice', () => {
    const discriminator = {
      propertyName: 'kind',
      mapping: { A: '#/components/schemas/A', B: '#/components/schemas/B' },
    };
    const choice: Schema = { oneOf: [ref('A'), ref('B')], discriminator };
    const model = build({
      A: object({ a: text }),
      B: object({ b: text }),
      Either: choice,
      Holder: object({ it: { ...choice } }),
    });
    expect(memberOf(model, 'Holder', 'it').type).toEqual({ kind: 'named', name: 'Either' });
  });
});

describe('members', () => {
  const model = build({
    Base: object({ id: text }),
    Kid: {
      allOf: [ref('Base'), object({ a: text, b: text }, { required: ['a'] })],
      required: ['b'],
      additionalProperties: true,
    },
    ReadOnlyStatus: { type: 'string', enum: ['ON', 'OFF'], readOnly: true },
    Marked: object({
      beside: { allOf: [ref('Base'), { readOnly: true, nullable: true }] },
      through: ref('ReadOnlyStatus'),
      limited: { type: 'integer', minimum: 1, maximum: 9, default: 3 },
      maybe: { ...ref('Base'), nullable: true },
    }),
  });

  it('come from all parts of an allOf, wherever `required` stands', () => {
    const kid = shapeOf(model, 'Kid');
    expect(kid.bases).toEqual(['Base']);
    expect(kid.members.map(({ name, required }) => [name, required])).toEqual([
      ['a', true],
      ['b', true],
    ]);
    expect(kid.index).toEqual({ kind: 'scalar', scalar: 'unknown' });
  });

  it('carry markers that stand beside a reference or on what it refers to', () => {
    expect(memberOf(model, 'Marked', 'beside')).toMatchObject({
      readOnly: true,
      nullable: true,
      type: { kind: 'named', name: 'Base' },
    });
    expect(memberOf(model, 'Marked', 'through')).toMatchObject({ readOnly: true });
    expect(memberOf(model, 'Marked', 'maybe')).toMatchObject({ nullable: true });
    expect(memberOf(model, 'Marked', 'limited').facts).toEqual({ minimum: 1, maximum: 9, default: 3 });
  });
});

describe('scalars', () => {
  it.each<[string, Schema, object]>([
    ['a timestamp', { type: 'string', format: 'date-time' }, { kind: 'scalar', scalar: 'date' }],
    ['a day, which stays text', { type: 'string', format: 'date' }, { kind: 'scalar', scalar: 'string' }],
    ['bytes', { type: 'string', format: 'binary' }, { kind: 'scalar', scalar: 'file' }],
    ['an integer', { type: 'integer' }, { kind: 'scalar', scalar: 'number' }],
    ['nothing said', {}, { kind: 'scalar', scalar: 'unknown' }],
    ['texts, open', { type: 'string', enum: ['A', null] }, { kind: 'enum', values: ['A'], open: true }],
    ['numbers', { type: 'integer', enum: [1, 2] }, { kind: 'enum', values: [1, 2], open: false }],
    [
      'any object',
      { type: 'object' },
      { kind: 'map', values: { kind: 'scalar', scalar: 'unknown' }, nullableValues: false },
    ],
    [
      'no object',
      { type: 'object', additionalProperties: false },
      { kind: 'map', values: { kind: 'scalar', scalar: 'never' }, nullableValues: false },
    ],
    [
      'a list that may hold null',
      { type: 'array', items: { type: 'string', nullable: true } },
      { kind: 'array', items: { kind: 'scalar', scalar: 'string' }, nullableItems: true },
    ],
  ])('%s', (_, schema, type) => {
    expect(memberOf(build({ Holder: object({ it: schema }) }), 'Holder', 'it').type).toEqual(type);
  });
});

describe('a discriminated base', () => {
  const model = build({
    App: object(
      { mode: text, label: text },
      {
        discriminator: {
          propertyName: 'mode',
          mapping: { A: '#/components/schemas/AppA', A2: '#/components/schemas/AppA', B: '#/components/schemas/AppB' },
        },
      },
    ),
    AppA: { allOf: [ref('App'), object({ a: text })] },
    AppB: { allOf: [ref('App'), object({ b: text })] },
  });

  it('is a union whose common part has no tag', () => {
    expect(model.types.get('App')?.shape).toMatchObject({
      kind: 'union',
      variants: ['AppA', 'AppB'],
      common: { members: [{ name: 'label' }] },
    });
  });

  it('has variants with a literal, required tag', () => {
    expect(memberOf(model, 'AppA', 'mode')).toMatchObject({
      required: true,
      type: { kind: 'enum', values: ['A', 'A2'], open: false },
    });
    expect(memberOf(model, 'AppB', 'mode')).toMatchObject({ type: { values: ['B'] } });
  });
});

describe('recursion', () => {
  it('ends', () => {
    const model = build({ Node: object({ next: ref('Node'), list: { type: 'array', items: ref('Node') } }) });
    expect(memberOf(model, 'Node', 'next').type).toEqual({ kind: 'named', name: 'Node' });
  });
});
