import { describe, expect, it } from 'vitest';
import { noFindings } from '../../../../scripts/lib/import/findings.js';
import { type JsonObject, objectAt } from '../../../../scripts/lib/import/json.js';
import { keepFacts } from '../../../../scripts/lib/import/keep-facts.js';
import { smallDescription } from './small-description.js';

function keep(change: (description: JsonObject) => void = () => {}) {
  const description = smallDescription();
  change(description);
  const findings = noFindings();
  return { facts: keepFacts(description, { file: 'small.yaml', findings }), findings };
}

function keepSchema(schema: JsonObject) {
  const { facts, findings } = keep((description) => {
    objectAt(objectAt(description, 'components'), 'schemas')['Probe'] = schema;
  });
  return { probe: objectAt(objectAt(objectAt(facts, 'components'), 'schemas'), 'Probe'), findings };
}

const PROSE = ['description', 'summary', 'title', 'example', 'externalDocs', 'x-displayName'];

describe('facts of a description', () => {
  it('leave out everything that is prose', () => {
    const text = JSON.stringify(keep().facts);
    expect(text).not.toMatch(/A small one|Your org|Retrieve a pet|How many|What it hears|Read pets|Not there|"title"/);
  });

  it('keep the version only of info, and no tags of the document', () => {
    const { facts } = keep();
    expect(facts['info']).toEqual({ version: '2030.01.0' });
    expect(facts).not.toHaveProperty('tags');
  });

  it('keep the names of scopes and nothing of their addresses', () => {
    const schemes = objectAt(objectAt(keep().facts, 'components'), 'securitySchemes');
    expect(schemes['oauth2']).toEqual({
      type: 'oauth2',
      flows: { authorizationCode: { scopes: { 'owners.read': '', 'pets.manage': '', 'pets.read': '' } } },
    });
  });

  it.each(PROSE)('keep a property named %s and drop the keyword of that name', (name) => {
    const { probe } = keepSchema({
      type: 'object',
      [name]: 'prose',
      properties: { [name]: { type: 'string', [name]: 'x' } },
    });
    expect(probe).toEqual({ type: 'object', properties: { [name]: { type: 'string' } } });
  });

  it.each(['default', 'enum', '$ref', 'items', 'constructor', '__proto__'])('keep a property named %s', (name) => {
    const properties = Object.fromEntries([[name, { type: 'string' }]]);
    const { probe } = keepSchema({ type: 'object', properties });
    expect(Object.keys(objectAt(probe, 'properties'))).toEqual([name]);
  });

  it('keep what stands beside a reference', () => {
    const schema = { $ref: '#/components/schemas/Pet', nullable: true, readOnly: true, type: 'object', default: null };
    expect(keepSchema({ ...schema, description: 'x' }).probe).toEqual(schema);
  });

  it('keep the values of enums and defaults as they are, null and texts that look like prose included', () => {
    const schema = { type: 'string', nullable: true, enum: ['b', null, 'a title'], default: { description: 'kept' } };
    expect(keepSchema(schema).probe).toEqual(schema);
  });

  it('drop a format that is a sentence, and say so', () => {
    const { probe, findings } = keepSchema({ type: 'string', format: 'Between 0 and 1000' });
    expect(probe).toEqual({ type: 'string' });
    expect(findings.faults).toMatchObject([{ kind: 'format-is-prose', at: '#/components/schemas/Probe/format' }]);
  });

  it('keep formats that are names', () => {
    expect(keepSchema({ type: 'string', format: 'okta-user-id' }).probe).toEqual({
      type: 'string',
      format: 'okta-user-id',
    });
  });

  it('walk what a feature flag amends like what it amends, without the prose', () => {
    const amends = { NEW: { description: 'x', enum: ['C'], properties: { title: { type: 'string', title: 'y' } } } };
    const { probe } = keepSchema({ type: 'string', 'x-okta-feature-flag-amends': { ...amends, OLD: { title: 'z' } } });
    expect(probe['x-okta-feature-flag-amends']).toEqual({
      NEW: { enum: ['C'], properties: { title: { type: 'string' } } },
    });
  });

  it('drop amendments of prose altogether', () => {
    expect(keepSchema({ type: 'string', 'x-okta-feature-flag-amends': { A: { title: 'z' } } }).probe).toEqual({
      type: 'string',
    });
  });

  it('count members that are not known, with the first place', () => {
    const { findings } = keepSchema({
      type: 'object',
      'x-okta-new': 1,
      properties: { a: { 'x-okta-new': 2, description: '' } },
    });
    expect([...findings.unknown.values()]).toEqual([
      { key: 'x-okta-new', kind: 'schema', count: 2, firstAt: '#/components/schemas/Probe' },
    ]);
  });
});

describe('the order of facts', () => {
  it('puts paths and components by name', () => {
    const { facts } = keep();
    expect(Object.keys(objectAt(facts, 'paths'))).toEqual(['/owners', '/pets/{petId}']);
    expect(Object.keys(objectAt(objectAt(facts, 'components'), 'schemas'))).toEqual(['Owner', 'Pet']);
  });

  it('leaves properties, enum values, required and forms as published', () => {
    const schema = {
      required: ['z', 'a'],
      properties: { z: { type: 'string', enum: ['Z', 'A'] }, a: { type: 'string' } },
      oneOf: [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/Owner' }],
    };
    expect(JSON.stringify(keepSchema(schema).probe)).toBe(JSON.stringify(schema));
  });

  it('is fixed within an operation and a schema', () => {
    const operation = objectAt(objectAt(objectAt(keep().facts, 'paths'), '/pets/{petId}'), 'put');
    expect(Object.keys(operation)).toEqual(['operationId', 'tags', 'security', 'requestBody', 'responses']);
    const { probe } = keepSchema({ properties: {}, nullable: true, format: 'byte', type: 'string' });
    expect(Object.keys(probe)).toEqual(['type', 'format', 'nullable', 'properties']);
  });
});
