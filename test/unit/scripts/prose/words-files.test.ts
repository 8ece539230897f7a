import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeProse } from '../../../../scripts/lib/prose/compose.js';
import { operationOf, query } from './small-words.js';

const OPERATIONS = [
  operationOf({ method: 'getThing', path: '/things/{thingId}', parameters: query('expand') }),
  operationOf({ method: 'listThings', path: '/things', apis: ['ThingApi', 'OtherApi'] }),
];
const [GET] = OPERATIONS;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prose-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function compose(files: Readonly<Record<string, string>>) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return composeProse(folder, { operations: OPERATIONS, model: { types: new Map() } });
}

describe('hand-written words', () => {
  it('take the place of composed ones, each on its own', () => {
    const prose = compose({
      'ThingApi.yaml': 'api: Things.\noperations: { getThing: { summary: Fetch it, parameters: { expand: More. } } }',
      'verbs.yaml': "get: { summary: 'Get {a}', text: [[{ say: 'Returns {this}.' }]] }",
    });
    expect(GET && prose.operation(GET)).toEqual({ summary: 'Fetch it', description: 'Returns the thing `thingId`.' });
    expect(GET?.parameters.map((parameter) => prose.parameter(GET, parameter))).toEqual(['More.']);
    expect(prose.api('ThingApi', OPERATIONS)).toBe('Things.');
  });

  it('may all be missing', () => {
    const prose = composeProse(join(folder, 'nowhere'), { operations: OPERATIONS, model: { types: new Map() } });
    expect(GET && prose.operation(GET).summary).toBe('Get thing');
  });

  it.each([
    ['an Api', { 'GoneApi.yaml': 'api: Gone.' }, 'GoneApi.yaml'],
    ['an operation', { 'ThingApi.yaml': 'operations: { goneThing: {} }' }, 'ThingApi.yaml, operations, goneThing'],
    [
      'a parameter',
      { 'ThingApi.yaml': 'operations: { getThing: { parameters: { gone: Gone. } } }' },
      'ThingApi.yaml, operations, getThing, parameters, gone',
    ],
    ['a type', { 'types.yaml': 'Gone: Gone.' }, 'types.yaml, Gone'],
    ['a path', { 'resources.yaml': '/gone: { one: gone }' }, 'resources.yaml, /gone'],
    ['a parameter of no operation', { 'parameters.yaml': 'names: { gone: Gone. }' }, 'parameters.yaml, names, gone'],
    [
      'an operation that another file speaks about',
      {
        'ThingApi.yaml': 'operations: { listThings: { summary: List } }',
        'OtherApi.yaml': 'operations: { listThings: { summary: List } }',
      },
      'OtherApi.yaml, operations, listThings (said twice)',
    ],
  ])('about %s that is gone are an error that names file and key', (_, files, place) => {
    expect(() => compose(files)).toThrow(`Words about nothing:\n  - ${join(folder, place)}`);
  });

  it.each([
    ['a file', { 'notes.yaml': '' }, 'notes.yaml: neither a dictionary nor an Api class'],
    ['a key', { 'ThingApi.yaml': 'operatons: {}' }, 'ThingApi.yaml, operatons: no such key'],
    ['a text', { 'ThingApi.yaml': 'api: 5' }, 'ThingApi.yaml, api: must be a text'],
    ['an empty text', { 'types.yaml': "Thing: ' '" }, 'types.yaml, Thing: must be a text'],
    ['a list', { 'terms.yaml': 'actions: clone' }, 'terms.yaml, actions: must be a list'],
    ['members', { 'ThingApi.yaml': 'operations: []' }, 'ThingApi.yaml, operations: must have members'],
    ['what is needed', { 'resources.yaml': '/things: { many: things }' }, 'resources.yaml, /things: one is missing'],
  ])('are refused if %s is not right', (_, files, message) => {
    expect(() => compose(files)).toThrow(join(folder, message));
  });

  it('are refused if a template mentions what there is not', () => {
    const prose = compose({ 'verbs.yaml': "get: { summary: 'Get {b}', text: [] }" });
    expect(() => GET && prose.operation(GET)).toThrow('verbs.yaml, get: there is nothing to put for {b}');
  });
});
