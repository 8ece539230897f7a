import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../../scripts/lib/import/extract-facts.js';
import { type JsonObject, objectAt } from '../../../../scripts/lib/import/json.js';
import { parseDescription } from '../../../../scripts/lib/import/read-description.js';
import { smallDescription, yamlOf } from './small-description.js';

function faultsOf(change: (description: JsonObject) => void) {
  const description = smallDescription();
  change(description);
  const text = `${yamlOf(description)}...\n`;
  return extractFacts(parseDescription(Buffer.from(text), 'small.yaml')).findings.faults;
}

const schemas = (description: JsonObject) => objectAt(objectAt(description, 'components'), 'schemas');
const operation = (description: JsonObject) => objectAt(objectAt(objectAt(description, 'paths'), '/owners'), 'get');
const petId = (description: JsonObject) =>
  objectAt(objectAt(objectAt(description, 'components'), 'parameters'), 'petId');
const query: JsonObject = { name: 'q', in: 'query', schema: { type: 'string' } };

describe('a fault that an overlay can correct', () => {
  it('is not seen in a sound description', () => {
    expect(faultsOf(() => {})).toEqual([]);
  });

  it.each<[string, (description: JsonObject) => void, string]>([
    ['array-without-items', (d) => (schemas(d)['List'] = { type: 'array' }), '#/components/schemas/List'],
    ['limit-not-exact', (d) => (schemas(d)['Big'] = { type: 'integer', maximum: 2 ** 63 }), '#/components/schemas/Big'],
    ['names-differ-by-case', (d) => (schemas(d)['pet'] = {}), '#/components/schemas'],
    ['enum-value-with-markup', (d) => (schemas(d)['E'] = { enum: ['<b>new</b> A'] }), '#/components/schemas/E'],
    ['path-parameter-optional', (d) => delete petId(d)['required'], '#/paths/~1pets~1{petId}/get'],
    ['parameter-twice', (d) => (operation(d)['parameters'] = [query, query]), '#/paths/~1owners/get'],
    ['scope-not-declared', (d) => (operation(d)['security'] = [{ oauth2: ['new'] }]), '#/paths/~1owners/get/security'],
    [
      'mapping-to-nothing',
      (d) => (schemas(d)['One'] = { discriminator: { propertyName: 'kind', mapping: { CAT: 'Cat' } } }),
      '#/components/schemas/One/discriminator',
    ],
    [
      'scopes-without-oauth',
      (d) => {
        const schemes = objectAt(objectAt(d, 'components'), 'securitySchemes');
        schemes['apiToken'] = { type: 'apiKey', name: 'Authorization', in: 'header' };
        operation(d)['security'] = [{ apiToken: ['admin'] }];
      },
      '#/paths/~1owners/get/security',
    ],
  ])('is noted with its place: %s', (kind, change, at) => {
    expect(faultsOf(change)[0]).toMatchObject({ kind, at });
  });

  it('is noted once for a scope that many operations ask for', () => {
    const faults = faultsOf((description) => {
      const item = objectAt(objectAt(description, 'paths'), '/pets/{petId}');
      for (const verb of ['get', 'put']) objectAt(item, verb)['security'] = [{ oauth2: ['new'] }];
    });
    expect(faults).toHaveLength(1);
  });
});
