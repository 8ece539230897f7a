import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { readNames } from '../../../../scripts/lib/names/names-file.js';
import type { V4Facts } from '../../../../scripts/lib/v4/v4-facts.js';
import { readV4 } from '../../../../scripts/lib/v4/v4-sources.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const names = readNames('spec/names.yaml');
const GET_USER = { verb: 'GET', path: '/api/v1/users/{id}', params: ['id'], returns: 'User' };
const UNKNOWN = { verb: 'GET', path: '/api/v1/unknown', params: [] };

function read(operations: V4Facts['operations'], decided: object = {}, models: V4Facts['models'] = {}) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'v4.yaml'), dump({ operations, models }));
  writeFileSync(
    join(folder, 'v4-names.yaml'),
    dump({ operations: {}, removed: {}, removedFromValues: {}, lent: {}, ...decided }),
  );
  return readV4(folder, names);
}

describe('successors of the methods of version 4', () => {
  it('are decided for every method, and each is a method of today', () => {
    const { operations, successors } = readV4('spec', names);
    expect(successors.size).toBe(Object.keys(operations).length);
    for (const { api, method } of successors.values()) expect([names.operations[method]?.api].flat()).toContain(api);
  });

  it('are found by verb and path, whatever the placeholders are called', () => {
    expect(read({ getUser: GET_USER }).successors.get('getUser')).toEqual({
      api: 'UserApi',
      method: 'getUser',
      params: ['userId'],
    });
  });

  it('name the member that is the body', () => {
    const update = { verb: 'PUT', path: '/api/v1/users/{id}', params: ['id'], body: 'User' };
    expect(read({ updateUser: update }).successors.get('updateUser')).toMatchObject({
      method: 'replaceUser',
      body: 'user',
    });
  });

  it('must be decided where there is no such operation', () => {
    expect(() => read({ gone: UNKNOWN })).toThrow('gone (GET /api/v1/unknown) has no successor; decide it');
    expect(read({ gone: UNKNOWN }, { operations: { gone: { retired: 'no longer there' } } }).successors.size).toBe(0);
  });

  it('may be decided otherwise, with a note', () => {
    const decided = { operations: { gone: { api: 'UserApi', method: 'getUser', note: 'see there' } } };
    expect(read({ gone: UNKNOWN }, decided).successors.get('gone')).toMatchObject({
      method: 'getUser',
      note: 'see there',
    });
  });
});

describe('decisions that do not fit', () => {
  it('about a method that never was', () => {
    expect(() => read({}, { operations: { never: { retired: 'x' } } })).toThrow('version 4 had no such method');
  });

  it('about a removed name whose successor never was', () => {
    expect(() => read({}, { removed: { older: 'never' } })).toThrow('older: never was no method of version 4');
  });

  it('about a removed method of values whose successor never was', () => {
    expect(() => read({}, { removedFromValues: { User: { older: 'never' } } })).toThrow(
      'User.older: never must be a method of version 4',
    );
  });

  it('leave variants that would have to be told apart', () => {
    const models = {
      Shape: { discriminator: { member: 'kind', models: { ROUND: 'Circle' } } },
      Circle: { parent: 'Shape', methods: { roll: { operation: 'getUser' } } },
    };
    expect(() => read({ getUser: GET_USER }, {}, models)).toThrow('Circle.roll: a variant of Shape has a method');
  });
});
