import { describe, expect, it } from 'vitest';
import { id, idFor, inventId, KEY_ID, SESSION_ID } from '../../../../scripts/lib/example/ids.js';
import { makeExample } from '../../../../scripts/lib/example/make-example.js';
import { printRequest } from '../../../../scripts/lib/example/print-example.js';
import { describedOperations } from '../../../contract/operations.js';

const { operations, model } = describedOperations();
const example = (name: string) => {
  const operation = operations.get(name);
  if (operation === undefined) throw new Error(`There is no ${name}`);
  return makeExample(model, operation);
};

describe('an example', () => {
  it('has what is required, and of the rest what tells most', () => {
    expect(example('UserApi.createUser')).toEqual({
      body: {
        profile: {
          firstName: 'Ada',
          lastName: 'Lovelace',
          email: 'ada.lovelace@example.com',
          login: 'ada.lovelace@example.com',
        },
        credentials: { password: { value: 'Tr0ub4dor-and-3' } },
        groupIds: [id('00g')],
      },
      activate: true,
    });
  });

  it('shows the simplest variant of a choice, with its tag', () => {
    expect(example('ApplicationApi.createApplication')).toMatchObject({
      application: { signOnMode: 'BOOKMARK', name: 'bookmark', settings: { app: { url: 'https://wiki.example.com' } } },
    });
  });

  it('has members of a variant that only a sample of the request names', () => {
    expect(example('CustomTelephonyProviderApi.createCustomTelephonyProviderCredentials')).toMatchObject({
      customTelephonyProviderCredentialCreateRequest: {
        providerSettings: { sms: { twilioPhoneNumber: '+15557654321' } },
      },
    });
  });

  it('has dates where the SDK takes dates', () => {
    expect(example('SystemLogApi.listLogEvents')).toMatchObject({ since: new Date('2026-01-31T08:00:00.000Z') });
  });

  it('is the same every time', () => {
    for (const name of operations.keys()) expect(example(name)).toEqual(example(name));
  });

  it('is short', () => {
    const lines = [...operations.keys()].map((name) => printRequest(example(name)).split('\n').length);
    expect(lines.filter((count) => count > 16).length).toBeLessThan(20);
    expect(Math.max(...lines)).toBeLessThan(45);
  });

  it('never has a member that the service alone sets', () => {
    for (const name of operations.keys())
      expect(JSON.stringify(example(name)), name).not.toMatch(/"(?:_links|_embedded|created)":/);
  });
});

describe('ids', () => {
  it('are as long as those of the service', () => {
    expect([id('00u').length, id('00u', true).length, KEY_ID.length, SESSION_ID.length]).toEqual([20, 20, 43, 25]);
  });

  it('begin as the service writes them', () => {
    expect(idFor('userId', '/api/v1/users/{userId}')).toMatch(/^00u/);
    expect(idFor('policyId', '/api/v1/apps/{appId}/policies/{policyId}')).toMatch(/^rst/);
    expect(idFor('keyId', '/api/v1/hook-keys/public/{keyId}')).toMatch(/^[\da-f]{8}-/);
    expect(idFor('gadgetId', '/api/v1/gadgets/{gadgetId}')).toBeUndefined();
  });

  it('are made up for resources that nobody knew', () => {
    expect(inventId('gadgetId')).toBe(id('gad'));
    expect(inventId('grid')).toBeUndefined();
  });

  it('stand for two things in one request only if both may be the same', () => {
    const twice = [...operations.keys()].filter((name) => {
      const ids = Object.values(example(name)).filter((value) => typeof value === 'string' && value.length === 20);
      return new Set(ids).size < ids.length;
    });
    expect(twice).toEqual([]);
  });
});
