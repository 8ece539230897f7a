import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { type JsonObject, objectAt } from '../../../../scripts/lib/import/json.js';
import { smallDescription, yamlOf } from './small-description.js';
import { type SpecFolder, specFolder } from './spec-folder.js';

const BASE = yamlOf(smallDescription());

/** The small description with other placeholders, a verb, a path and a chain of schemas more. */
function richer(): JsonObject {
  const description = smallDescription();
  const paths = objectAt(description, 'paths');
  const { '/pets/{petId}': pet, ...others } = paths;
  const operation = (operationId: string, schema: string): JsonObject => ({
    operationId,
    tags: ['Toy'],
    security: [{ oauth2: ['pets.read'] }],
    responses: { 200: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } } },
  });
  const item: JsonObject = { ...objectAt({ pet: pet ?? null }, 'pet'), delete: operation('deletePet', 'Pet') };
  description['paths'] = { ...others, '/pets/{petId}': item, '/toys': { get: operation('listToys', 'Toy') } };
  Object.assign(objectAt(objectAt(description, 'components'), 'schemas'), {
    Toy: {
      allOf: [{ $ref: '#/components/schemas/Thing' }],
      properties: { owner: { $ref: '#/components/schemas/Owner' } },
    },
    Thing: { discriminator: { propertyName: 'kind', mapping: { BALL: '#/components/schemas/Ball' } } },
    Ball: { type: 'object' },
    Unreached: { type: 'object' },
  });
  return description;
}

async function supplemented(): Promise<SpecFolder> {
  const folder = specFolder();
  await folder.run(BASE);
  await folder.run(yamlOf(richer()), { supplement: 'old' });
  return folder;
}

const factsIn = (folder: SpecFolder, name: string) => load(folder.read(name)) as JsonObject;
const recordIn = (folder: SpecFolder): JsonObject =>
  objectAt(JSON.parse(folder.read('sources.json')) as JsonObject, 'small');
const schemaNames = (facts: JsonObject) => Object.keys(objectAt(objectAt(facts, 'components'), 'schemas'));

describe('a supplement', () => {
  it('has only the operations that the base lacks, with what stands at their paths', async () => {
    const paths = objectAt(factsIn(await supplemented(), 'small.old.yaml'), 'paths');
    expect(Object.keys(paths)).toEqual(['/pets/{petId}', '/toys']);
    expect(Object.keys(objectAt(paths, '/pets/{petId}'))).toEqual(['parameters', 'delete']);
  });

  it('has every component they reach that the base lacks, and no other', async () => {
    const facts = factsIn(await supplemented(), 'small.old.yaml');
    expect(schemaNames(facts)).toEqual(['Ball', 'Thing', 'Toy']);
    expect(Object.keys(objectAt(facts, 'components'))).toEqual(['schemas']);
  });

  it('takes operations whose placeholders have other names for the same', async () => {
    const folder = specFolder();
    await folder.run(BASE);
    const renamed = yamlOf(richer()).replaceAll('{petId}', '{id}').replace('name: petId', 'name: id');
    const outcome = folder.run(renamed, { supplement: 'old' });
    // The parameter is the base's, whose name is not that of the placeholder.
    await expect(outcome).rejects.toThrow(/placeholder \{id\} is not declared/);
    expect(Object.keys(folder.facts())).toEqual(['small.yaml', 'sources.json']);
  });

  it('is recorded beside its base', async () => {
    const folder = await supplemented();
    expect(recordIn(folder)).toMatchObject({
      file: 'small.yaml',
      release: '2030.01.0',
      operations: 3,
      schemas: 2,
      supplements: [
        {
          name: 'old',
          file: 'small.old.yaml',
          release: '2030.01.0',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          operations: ['DELETE /pets/{petId}', 'GET /toys'],
          schemas: ['Ball', 'Thing', 'Toy'],
        },
      ],
    });
  });

  it('keeps its bytes when it is imported again, also from its own file', async () => {
    const folder = await supplemented();
    const before = folder.read('small.old.yaml');
    await folder.run(yamlOf(richer()), { supplement: 'old' });
    await folder.run(before, { supplement: 'old' });
    expect(folder.read('small.old.yaml')).toBe(before);
  });

  it('needs a base', async () => {
    const folder = specFolder();
    await expect(folder.run(yamlOf(richer()), { supplement: 'old' })).rejects.toThrow(/no base to supplement/);
    expect(folder.facts()).toEqual({});
  });

  it('is not written when the base lacks nothing', async () => {
    const folder = specFolder();
    await folder.run(BASE);
    await folder.run(BASE, { supplement: 'old' });
    expect(Object.keys(folder.facts())).toEqual(['small.yaml', 'sources.json']);
    expect(recordIn(folder)['supplements']).toEqual([]);
  });

  it('says when one of its operationIds is taken in the base', async () => {
    const folder = specFolder();
    await folder.run(BASE);
    const clash = smallDescription();
    const paths = objectAt(clash, 'paths');
    const { '/owners': owners, ...others } = paths;
    clash['paths'] = { ...others, '/people': owners ?? null };
    const { findings } = await folder.run(yamlOf(clash), { supplement: 'old' });
    expect(findings.faults).toMatchObject([{ kind: 'operation-id-of-base', at: '#/paths/~1people/get' }]);
  });
});

describe('a new base', () => {
  it('takes over what it has now from the supplement, and says so', async () => {
    const folder = await supplemented();
    const next = richer();
    const paths = objectAt(next, 'paths');
    const { delete: _, ...withoutDelete } = objectAt(paths, '/pets/{petId}');
    paths['/pets/{petId}'] = withoutDelete;
    const { pruned } = await folder.run(yamlOf(next));
    expect(pruned).toMatchObject([{ operations: ['GET /toys'], schemas: ['Ball', 'Thing', 'Toy'], misfit: undefined }]);
    const facts = factsIn(folder, 'small.old.yaml');
    expect(Object.keys(objectAt(facts, 'paths'))).toEqual(['/pets/{petId}']);
    expect(recordIn(folder)['supplements']).toMatchObject([{ operations: ['DELETE /pets/{petId}'], schemas: [] }]);
  });

  it('takes the supplement away when nothing is left of it', async () => {
    const folder = await supplemented();
    await folder.run(yamlOf(richer()));
    expect(Object.keys(folder.facts())).toEqual(['small.yaml', 'sources.json']);
    expect(recordIn(folder)['supplements']).toEqual([]);
  });

  it('hands over the components on which the supplement leans and which it has no more', async () => {
    const folder = await supplemented();
    const text = BASE.replaceAll('schemas/Owner', 'schemas/Person').replace('    Owner:', '    Person:');
    await folder.run(text);
    expect(schemaNames(factsIn(folder, 'small.old.yaml'))).toEqual(['Ball', 'Owner', 'Thing', 'Toy']);
  });

  it('tells when the supplement does not fit it any more', async () => {
    const folder = await supplemented();
    const { pruned } = await folder.run(BASE.replaceAll('{petId}', '{id}').replace('name: petId', 'name: id'));
    expect(pruned[0]?.misfit).toMatch(/placeholder \{petId\} is not declared/);
  });

  it('is refused while the file of its supplement is missing', async () => {
    const folder = await supplemented();
    rmSync(join(folder.dir, 'small.old.yaml'));
    const before = folder.facts();
    await expect(folder.run(BASE.replace('2030.01.0', '2030.02.0'))).rejects.toThrow(
      /small\.old\.yaml: the file is not there/,
    );
    expect(folder.facts()).toEqual(before);
  });
});
