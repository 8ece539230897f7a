import { describe, expect, it } from 'vitest';
import type { Member, ObjectShape, Shape, Type } from '../../../../scripts/lib/model/model.js';
import type { Operation } from '../../../../scripts/lib/operations/operation.js';
import { typeDescriber } from '../../../../scripts/lib/prose/describe-type.js';
import { languageOf, operationOf, query } from './small-words.js';

const TEXT: Type = { kind: 'scalar', scalar: 'string' };
const ENUM: Shape = { kind: 'alias', type: { kind: 'enum', values: ['A', 'B'], open: true } };

const MEMBER: Partial<Member> = { required: false, nullable: false, readOnly: false, writeOnly: false, facts: {} };

function named(name: string): Type {
  return { kind: 'named', name };
}

function array(items: Type): Type {
  return { kind: 'array', items, nullableItems: false };
}

function object(members: Readonly<Record<string, Type>>, ...bases: string[]): ObjectShape {
  const all = Object.entries(members).map(([name, type]) => ({ ...MEMBER, name, type }) as Member);
  return { kind: 'object', bases, members: all, index: undefined };
}

const TYPES: Readonly<Record<string, Shape>> = {
  Shape: {
    kind: 'union',
    variants: ['Circle', 'Square'],
    discriminator: {
      property: 'kind',
      tags: new Map([
        ['ROUND', 'Circle'],
        ['OVAL', 'Circle'],
        ['SQUARE', 'Square'],
      ]),
    },
    common: object({ color: named('Color') }),
  },
  Circle: object({}, 'Shape'),
  Square: object({}, 'Shape'),
  Color: ENUM,
  App: object({ settings: named('AppSettings'), _links: named('AppLinks'), _embedded: named('AppParts') }),
  AppSettings: object({
    rules: array(named('Rule')),
    byName: { kind: 'map', values: named('Value'), nullableValues: false },
  }),
  AppLinks: object({ users: named('UsersLink') }, 'LinksSelf'),
  AppParts: object({ user: TEXT }),
  LinksSelf: object({ self: TEXT }),
  UsersLink: object({ href: TEXT }),
  Rule: object({}),
  Value: object({}),
  KeyPage: object({ keys: array(named('Key')) }),
  Key: object({}, 'KeyBase'),
  OtherKey: object({}, 'KeyBase'),
  KeyBase: object({}),
  NewKey: object({}),
  Choice: { kind: 'union', variants: ['Option'], discriminator: undefined, common: undefined },
  Option: object({ code: TEXT, name: TEXT }),
  Outcome: object({}),
  Mode: ENUM,
  Unused: object({}),
};

function answering(method: string, path: string, type: string): Operation {
  const answer: Operation['answer'] = {
    kind: 'value',
    type: named(type),
    accept: 'application/json',
    maybeVoid: false,
  };
  return operationOf({ method, path, answer });
}

const OPERATIONS: Operation[] = [
  answering('getApp', '/apps/{appId}', 'App'),
  answering('listKeys', '/apps/{appId}/keys', 'KeyPage'),
  answering('cloneApp', '/apps/{appId}/clone', 'Outcome'),
  operationOf({
    method: 'createKey',
    path: '/apps/{appId}/keys',
    body: { as: 'json', optional: false, members: [{ name: 'key', type: named('NewKey'), required: true }] },
    parameters: query('mode').map((parameter) => ({ ...parameter, type: named('Mode') })),
  }),
];

describe('a type', () => {
  const language = languageOf(TYPES);
  const describeType = typeDescriber(language, { model: language.model, operations: OPERATIONS });

  it.each([
    ['Circle', '`Shape` whose `kind` is `ROUND` or `OVAL`.'],
    ['Color', 'Values of `color` of a `Shape`.'],
    ['App', 'An application.'],
    ['AppSettings', '`settings` of an `App`.'],
    ['AppLinks', 'Links of an `App`: `users` and `self`.'],
    ['AppParts', 'Embedded in an `App`: `user`.'],
    ['LinksSelf', 'Link `self`.'],
    ['UsersLink', 'Link `users`.'],
    ['Rule', 'Item of `rules` of an `AppSettings`.'],
    ['Value', 'Value in `byName` of an `AppSettings`.'],
    ['KeyPage', 'List of the keys of an application, as `keys`.'],
    ['Key', 'Item of `keys` of a `KeyPage`.'],
    ['KeyBase', 'What `Key` and `OtherKey` have in common.'],
    ['NewKey', 'Body of `ThingApi.createKey`.'],
    ['Option', 'One form of a `Choice`, with `code` and `name`.'],
    ['Outcome', 'Answer of `ThingApi.cloneApp`.'],
    ['Mode', 'Values of the parameter `mode` of `ThingApi.createKey`.'],
    ['Unused', "In Okta's description, though no operation sends or returns it."],
  ])('%s is described by what it is or where it stands', (name, text) => {
    const type = language.model.types.get(name);
    expect(type && describeType(type)).toBe(text);
  });
});
