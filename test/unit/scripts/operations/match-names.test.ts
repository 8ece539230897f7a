import { describe, expect, it } from 'vitest';
import type { Names, OperationName } from '../../../../scripts/lib/names/names-file.js';
import { matchNames } from '../../../../scripts/lib/operations/match-names.js';
import type { Description } from '../../../../scripts/lib/spec/openapi.js';

const description = (operations: Record<string, string>): Description => {
  const paths: Description['paths'] = {};
  for (const [call, operationId] of Object.entries(operations)) {
    const [verb = '', path = ''] = call.split(' ');
    paths[path] = { ...paths[path], [verb.toLowerCase()]: { operationId, tags: ['UserFactor'], responses: {} } };
  }
  return { openapi: '3.0.3', info: { version: '1' }, paths, components: { schemas: {} } };
};

const names = (operations: Record<string, OperationName>): Names => ({
  tags: { UserFactor: 'UserFactorApi' },
  operations,
  aliases: {},
  schemas: {},
  types: {},
});

const match = (found: Record<string, string>, decided: Record<string, OperationName>) =>
  matchNames(description(found), names(decided));

describe('locked names', () => {
  it('find their operation by verb and path, whatever its placeholders are called', () => {
    const [operation] = match(
      { 'GET /users/{id}': 'getUser' },
      { getUser: { api: 'UserApi', call: 'GET /users/{userId}' } },
    );
    expect(operation).toMatchObject({
      method: 'getUser',
      verb: 'GET',
      path: '/users/{id}',
      name: { call: 'GET /users/{userId}' },
    });
  });

  it('fail for a new operation, with the line that would settle it', () => {
    expect(() => match({ 'GET /users/{id}/factors': 'listFactors' }, {})).toThrow(
      "new operation; add: listFactors: { api: UserFactorApi, call: 'GET /users/{id}/factors' }",
    );
  });

  it('fail for an operation that vanished', () => {
    expect(() => match({}, { getUser: { api: 'UserApi', call: 'GET /users/{id}' } })).toThrow(
      'getUser (GET /users/{id}) vanished',
    );
  });

  it('fail for an operation that was renamed, until its published name is decided', () => {
    const found = { 'POST /groups': 'addGroup' };
    const decided = { api: 'GroupApi', call: 'POST /groups' };
    expect(() => match(found, { createGroup: decided })).toThrow('set `published: addGroup` at createGroup');
    expect(match(found, { createGroup: { ...decided, published: 'addGroup' } })).toHaveLength(1);
  });

  it('tell everything in one error', () => {
    expect(() => match({ 'GET /a': 'a' }, { b: { api: 'BApi', call: 'GET /b' } })).toThrow(
      /new operation[\s\S]*vanished/,
    );
  });
});
