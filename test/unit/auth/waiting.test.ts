import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Client } from '../../../src/client.js';
import { localServer, sendJson } from '../../support/local-server.js';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('a call that waits for an access token', () => {
  it('ends with an AbortError when its signal aborts, and the others get the token', async () => {
    const abort = new AbortController();
    const server = await localServer(({ url }, response) => {
      if (!url.startsWith('/oauth2/')) return sendJson(response, { id: 'u1' });
      abort.abort(new Error('enough'));
      setTimeout(() => sendJson(response, { access_token: 'eyToken', token_type: 'Bearer', expires_in: 3600 }), 20);
    });
    const app = { clientId: '0oa1', scopes: ['okta.users.read'], privateKey };
    const { userApi } = new Client({ orgUrl: server.url, environment: {}, ...app });
    const [left, stayed, late] = await Promise.allSettled([
      userApi.getUser({ userId: 'u1' }, { signal: abort.signal }),
      userApi.getUser({ userId: 'u1' }),
      userApi.getUser({ userId: 'u1' }, { signal: AbortSignal.abort() }),
    ]);
    const aborted = { status: 'rejected', reason: { code: 'OKTA_ABORTED' } };
    expect(left).toMatchObject({ ...aborted, reason: { cause: { message: 'enough' } } });
    expect(stayed).toMatchObject({ status: 'fulfilled', value: { id: 'u1' } });
    expect(late).toMatchObject(aborted);
    expect(server.requests.filter(({ url }) => url.startsWith('/oauth2/'))).toHaveLength(1);
  });

  it.each([
    ['its signal', () => ({ signal: AbortSignal.timeout(50) }), 'OKTA_ABORTED'],
    ['its signal, without the cache', () => ({ signal: AbortSignal.timeout(50), cache: false }), 'OKTA_ABORTED'],
    ['its time', () => ({ timeoutMs: 50 }), 'OKTA_TIMEOUT'],
    ['its time, without the cache', () => ({ timeoutMs: 50, cache: false }), 'OKTA_TIMEOUT'],
  ])('ends with %s though a function of the user gives none', async (_, options, code) => {
    const accessToken = () => new Promise<string>(() => {});
    const { userApi } = new Client({ orgUrl: 'https://acme.okta.com', environment: {}, accessToken });
    await expect(userApi.getUser({ userId: 'u1' }, options())).rejects.toMatchObject({ code });
  });
});
