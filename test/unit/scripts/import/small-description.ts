import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../scripts/lib/import/json.js';

/** A description with one of everything that an importer meets. */
export const smallDescription = (): JsonObject => ({
  openapi: '3.0.3',
  info: { title: 'Small', description: 'A small one', version: '2030.01.0' },
  servers: [{ url: 'https://{org}', variables: { org: { default: 'example.com', description: 'Your org' } } }],
  tags: [{ name: 'Pet', description: 'Pets' }],
  paths: {
    '/pets/{petId}': {
      parameters: [{ $ref: '#/components/parameters/petId' }],
      get: {
        summary: 'Retrieve a pet',
        operationId: 'getPet',
        tags: ['Pet'],
        responses: { 200: { $ref: '#/components/responses/Pet' }, 404: { description: 'Not there' } },
        security: [{ oauth2: ['pets.read'] }],
      },
      put: {
        operationId: 'replacePet',
        tags: ['Pet'],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
        },
        responses: { 200: { $ref: '#/components/responses/Pet' } },
        security: [{ oauth2: ['pets.manage'] }],
      },
    },
    '/owners': {
      get: {
        operationId: 'listOwners',
        tags: ['Owner'],
        parameters: [{ name: 'limit', in: 'query', description: 'How many', schema: { type: 'integer', example: 3 } }],
        responses: {
          200: {
            description: 'Owners',
            headers: { Link: { description: 'Pages', schema: { type: 'string' } } },
            content: {
              'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Owner' } } },
            },
          },
        },
        security: [{ oauth2: ['owners.read'] }],
      },
    },
  },
  components: {
    parameters: { petId: { name: 'petId', in: 'path', required: true, schema: { type: 'string' } } },
    responses: {
      Pet: { description: 'A pet', content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
    },
    schemas: {
      Pet: {
        type: 'object',
        title: 'Pet',
        required: ['name'],
        properties: {
          id: { type: 'string', readOnly: true },
          name: { type: 'string', description: 'What it hears' },
          kind: { type: 'string', enum: ['CAT', 'DOG'] },
          owner: { $ref: '#/components/schemas/Owner' },
        },
      },
      Owner: { type: 'object', properties: { id: { type: 'string' }, since: { type: 'string', format: 'date-time' } } },
    },
    securitySchemes: {
      oauth2: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: '/authorize',
            tokenUrl: '/token',
            scopes: { 'owners.read': 'Read owners', 'pets.manage': 'Manage pets', 'pets.read': 'Read pets' },
          },
        },
      },
    },
  },
});

/** The text of a description as Okta publishes it. */
export const yamlOf = (description: JsonObject): string => dump(description, { noRefs: true });
