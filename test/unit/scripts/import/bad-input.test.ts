import { describe, expect, it } from 'vitest';
import { type JsonObject, objectAt } from '../../../../scripts/lib/import/json.js';
import { SpecError } from '../../../../scripts/lib/import/spec-error.js';
import { smallDescription, yamlOf } from './small-description.js';
import { specFolder } from './spec-folder.js';

const whole = (): string => yamlOf(smallDescription());

function changed(change: (description: JsonObject) => void): string {
  const description = smallDescription();
  change(description);
  return yamlOf(description);
}

const pet = (description: JsonObject) => objectAt(objectAt(description, 'paths'), '/pets/{petId}');
const get = (description: JsonObject) => objectAt(pet(description), 'get');
const owners = (description: JsonObject) => objectAt(objectAt(objectAt(description, 'paths'), '/owners'), 'get');
const components = (description: JsonObject) => objectAt(description, 'components');
const schemas = (description: JsonObject) => objectAt(components(description), 'schemas');

const set = (read: (description: JsonObject) => JsonObject, key: string, value: JsonObject[string]) =>
  changed((description) => {
    read(description)[key] = value;
  });

const drop = (read: (description: JsonObject) => JsonObject, key: string) =>
  changed((description) => {
    delete read(description)[key];
  });

const circle = `${yamlOf(smallDescription()).replace(/\n$/, '')}\nx-circle: 1\n`.replace(
  '    Owner:\n',
  '    Loop: &loop\n      type: object\n      properties:\n        again: *loop\n    Owner:\n',
);

const GET = '#/paths/~1pets~1{petId}/get';

interface Case {
  name: string;
  text: string | Uint8Array;
  at?: string | RegExp;
  reason: RegExp;
}

const CASES: Case[] = [
  { name: 'is empty', text: '', reason: /empty/ },
  { name: 'is only white space', text: ' \n\n', reason: /empty/ },
  { name: 'is not UTF-8', text: new Uint8Array([0xff, 0xfe, 0x41]), reason: /UTF-8/ },
  { name: 'is not YAML', text: 'openapi: 3.0.3\npaths:\n  a: [1, 2\n', at: '4:1', reason: /neither YAML nor JSON/ },
  { name: 'is not JSON', text: '{\n "openapi": "3.0.3",\n "info": {,}\n}', at: /^3:/, reason: /neither YAML nor JSON/ },
  {
    name: 'has a key twice',
    text: `${whole()}paths: {}\n`,
    at: /^\d+:\d+$/,
    reason: /neither YAML nor JSON \(.*dupl/i,
  },
  { name: 'is a text', text: 'hello\n', at: '#', reason: /a string where a description must be/ },
  { name: 'is a list', text: '- 1\n', at: '#', reason: /a list where a description must be/ },
  { name: 'is Swagger 2', text: 'swagger: "2.0"\npaths: {}\n', at: '#', reason: /Swagger 2\.0/ },
  { name: 'is OpenAPI 3.1', text: whole().replace('3.0.3', '3.1.0'), at: '#', reason: /OpenAPI 3\.1\.0/ },
  { name: 'is something else', text: 'name: x\n', at: '#', reason: /no member "openapi"/ },
  { name: 'has no paths', text: drop((description) => description, 'paths'), at: '#', reason: /without paths/ },
  {
    name: 'has empty paths',
    text: set((description) => description, 'paths', {}),
    at: '#/paths',
    reason: /without paths/,
  },
  {
    name: 'has no release',
    text: drop((description) => objectAt(description, 'info'), 'version'),
    at: '#/info',
    reason: /without version/,
  },
  { name: 'lacks an operationId', text: drop(get, 'operationId'), at: GET, reason: /operation without operationId/ },
  { name: 'lacks responses', text: drop(get, 'responses'), at: GET, reason: /operation without responses/ },
  { name: 'has empty responses', text: set(get, 'responses', {}), at: GET, reason: /getPet without responses/ },
  {
    name: 'uses an operationId twice',
    text: set(get, 'operationId', 'listOwners'),
    at: GET,
    reason: /listOwners is used twice, also at #\/paths\/~1owners\/get/,
  },
  {
    name: 'has two operations at one address',
    text: changed((description) => {
      const other = { ...get(description), operationId: 'other', parameters: [path('id')] };
      objectAt(description, 'paths')['/pets/{id}'] = { get: other };
    }),
    reason: /verb and path GET \/pets\/\{\} is used twice/,
  },
  {
    name: 'refers to nothing',
    text: set(schemas, 'Pet', { properties: { a: { $ref: '#/components/schemas/Gone' } } }),
    at: '#/components/schemas/Pet/properties/a',
    reason: /#\/components\/schemas\/Gone, which is not there/,
  },
  {
    name: 'has a tag that leads to nothing',
    text: set(schemas, 'Pet', {
      discriminator: { propertyName: 'kind', mapping: { CAT: '#/components/schemas/Cat' } },
    }),
    at: '#/components/schemas/Pet/discriminator/mapping/CAT',
    reason: /Cat, which is not there/,
  },
  {
    name: 'refers to another file',
    text: set(schemas, 'Pet', { $ref: './pet.yaml#/Pet' }),
    at: '#/components/schemas/Pet',
    reason: /another place.*pet\.yaml/,
  },
  {
    name: 'has null for a schema',
    text: set(schemas, 'Pet', null),
    at: '#/components/schemas/Pet',
    reason: /null where an object \(schema\)/,
  },
  {
    name: 'has null for a list',
    text: set(get, 'tags', null),
    at: `${GET}/tags`,
    reason: /null where a list of texts/,
  },
  {
    name: 'has a text for a flag',
    text: set(get, 'deprecated', 'yes'),
    at: `${GET}/deprecated`,
    reason: /true or false/,
  },
  {
    name: 'has a parameter without a name',
    text: set(get, 'parameters', [{ in: 'query', schema: {} }]),
    at: `${GET}/parameters/0`,
    reason: /parameter without name/,
  },
  {
    name: 'has a parameter without a place',
    text: set(get, 'parameters', [{ name: 'a', schema: {} }]),
    at: `${GET}/parameters/0`,
    reason: /parameter without in/,
  },
  {
    name: 'has a parameter of no type',
    text: set(get, 'parameters', [{ name: 'a', in: 'query' }]),
    at: `${GET}/parameters/0`,
    reason: /schema or content/,
  },
  {
    name: 'has a parameter in an unknown place',
    text: set(get, 'parameters', [{ name: 'a', in: 'body', schema: {} }]),
    at: GET,
    reason: /"body"/,
  },
  {
    name: 'does not declare a placeholder',
    text: drop(pet, 'parameters'),
    at: GET,
    reason: /\{petId\} is not declared/,
  },
  {
    name: 'declares a placeholder that is not there',
    text: set(owners, 'parameters', [path('id')]),
    reason: /path parameter id is not in the path/,
  },
  {
    name: 'asks for an unknown scheme',
    text: set(get, 'security', [{ basic: [] }]),
    at: `${GET}/security`,
    reason: /basic is not declared/,
  },
  {
    name: 'has a scheme that says nothing',
    text: set(components, 'securitySchemes', { oauth2: { type: 'oauth2' } }),
    reason: /without flows/,
  },
  {
    name: 'opts out of nothing',
    text: changed((d) => {
      get(d)['security'] = [];
      delete owners(d)['security'];
    }),
    at: GET,
    reason: /opts out/,
  },
  {
    name: 'ends in a list of scopes that is too short',
    text: whole().replace(/\n.*'?pets\.read'?: Read pets\n$/, '\n'),
    reason: /the file ends/,
  },
  { name: 'ends within a line', text: whole().slice(0, -1), at: /^\d+:\d+$/, reason: /ends within a line/ },
  { name: 'contains itself', text: circle, reason: /contains itself/ },
];

function path(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

describe('a description that cannot be imported', () => {
  it.each(CASES)('is refused when it $name, and nothing is written', async ({ text, at, reason }) => {
    const folder = specFolder();
    const error: unknown = await folder.run(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SpecError);
    if (!(error instanceof SpecError)) return;
    expect(error.reason).toMatch(reason);
    expect(error.advice).not.toBe('');
    expect(error.message).toContain('input.yaml');
    if (at instanceof RegExp) expect(error.at).toMatch(at);
    else if (at !== undefined) expect(error.at).toBe(at);
    expect(folder.facts()).toEqual({});
  });

  it('is refused when there is no file', async () => {
    const folder = specFolder();
    const error = folder.run('', { file: 'nowhere.yaml' });
    await expect(error).rejects.toThrow(/nowhere\.yaml: the file cannot be read/);
    expect(folder.facts()).toEqual({});
  });

  it('leaves the facts of the last import as they were', async () => {
    const folder = specFolder();
    await folder.run(whole());
    const before = folder.facts();
    await expect(folder.run(drop(get, 'responses'))).rejects.toThrow(SpecError);
    expect(folder.facts()).toEqual(before);
  });
});
