import { describe, expect, it } from 'vitest';
import { importV4 } from '../../../../scripts/lib/v4/import-v4.js';

const parameter = (place: string, name: string, more: object = {}) => ({ in: place, name, ...more });
const USER = { $ref: '#/definitions/User' };
const answer = (schema: object) => ({ responses: { 200: { schema } } });

const facts = importV4(
  JSON.parse(
    JSON.stringify({
      paths: {
        '/users': {
          get: {
            operationId: 'listUsers',
            parameters: [parameter('query', 'q')],
            ...answer({ type: 'array', items: USER }),
          },
        },
        '/users/{userId}': {
          put: {
            operationId: 'updateUser',
            parameters: [parameter('body', 'user', { schema: USER }), parameter('path', 'userId')],
            ...answer(USER),
          },
          delete: { operationId: 'deleteUser', parameters: [parameter('path', 'userId')], responses: {} },
        },
        '/users/{userId}/certificate': {
          post: {
            parameters: [parameter('path', 'userId')],
            responses: {},
            'x-okta-multi-operation': [
              {
                operationId: 'publishDer',
                consumes: ['application/pkix-cert'],
                encoding: 'base64',
                parameters: [parameter('body', 'certificate', { type: 'string', required: true })],
              },
            ],
          },
        },
        '/users/{userId}/logo': {
          post: {
            operationId: 'uploadLogo',
            parameters: [parameter('path', 'userId'), parameter('formData', 'file')],
            responses: {},
          },
        },
      },
      definitions: {
        User: {
          'x-okta-crud': [
            { alias: 'read', operationId: 'listUsers' },
            { alias: 'update', operationId: 'updateUser', arguments: [{ dest: 'userId', src: 'id' }] },
          ],
          'x-okta-operations': [
            { alias: 'publish', operationId: 'publishDer', arguments: [{ dest: 'other', src: 'id' }] },
          ],
          'x-openapi-v3-discriminator': { propertyName: 'kind', mapping: { ADMIN: '#/definitions/Admin' } },
        },
        Admin: { 'x-okta-parent': '#/definitions/User' },
        Plain: { properties: {} },
      },
    }),
  ),
);

describe('facts of version 4', () => {
  it('have verb, path, arguments, query and answer', () => {
    expect(facts.operations).toEqual({
      deleteUser: { verb: 'DELETE', path: '/users/{userId}', params: ['userId'] },
      listUsers: { verb: 'GET', path: '/users', params: [], query: ['q'], returns: 'User', list: true },
      publishDer: {
        verb: 'POST',
        path: '/users/{userId}/certificate',
        params: ['userId'],
        body: 'string',
        sends: 'application/pkix-cert',
        encoding: 'base64',
      },
      updateUser: {
        verb: 'PUT',
        path: '/users/{userId}',
        params: ['userId'],
        body: 'User',
        optional: true,
        returns: 'User',
      },
      uploadLogo: { verb: 'POST', path: '/users/{userId}/logo', params: ['userId'], file: 'file' },
    });
  });

  it('have the models that can do something, and their descendants', () => {
    expect(facts.models).toEqual({
      Admin: { parent: 'User' },
      User: {
        discriminator: { member: 'kind', models: { ADMIN: 'Admin' } },
        methods: {
          update: { operation: 'updateUser', arguments: { userId: 'id' }, body: 'self' },
          publish: { operation: 'publishDer' },
        },
      },
    });
  });
});
