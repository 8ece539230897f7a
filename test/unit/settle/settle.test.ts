import { describe, expect, expectTypeOf, it, onTestFinished } from 'vitest';
import { createEmulator } from '../../../src/emulator.js';
import * as okta from '../../../src/sdk.js';

const logins = ['ada', 'bea', 'cai', 'dov', 'eva'].map((name) => `${name}@example.com`);

async function withPeople(): Promise<okta.Client> {
  const emulator = createEmulator();
  onTestFinished(() => emulator.close());
  const client = new okta.Client({ orgUrl: 'https://acme.okta.com', token: emulator.token, fetch: emulator.fetch });
  for (const email of logins) {
    const profile = { firstName: 'A', lastName: 'Tester', email, login: email };
    await client.userApi.createUser({ body: { profile } });
  }
  return client;
}

describe('settle', () => {
  it('gives the value, the answer and no error', async () => {
    const client = await withPeople();
    const [user, response, error] = await okta.settle(client.userApi.getUser({ userId: 'ada@example.com' }));
    expect(error).toBeUndefined();
    expect(user?.profile?.login).toBe('ada@example.com');
    expect(response).toMatchObject({ status: 200, requestId: expect.any(String) });
    if (!error) expectTypeOf(user).toEqualTypeOf<okta.UserGetSingleton>();
  });

  it('gives the error of the service, with its answer, instead of throwing', async () => {
    const client = await withPeople();
    const [user, response, error] = await okta.settle(client.userApi.getUser({ userId: 'nobody' }));
    expect(user).toBeUndefined();
    expect(response).toMatchObject({ status: 404, requestId: expect.any(String) });
    expect(error).toBeInstanceOf(okta.OktaApiError);
  });

  it('gives errors without an answer, and those of a mistake in the call', async () => {
    const client = new okta.Client({
      orgUrl: 'https://acme.okta.com',
      token: '00token',
      fetch: () => Promise.reject(new TypeError('no net')),
      rateLimit: { maxRetries: 0 },
    });
    const [, unanswered, failed] = await okta.settle(client.userApi.getUser({ userId: 'ada' }));
    expect([unanswered, failed]).toEqual([undefined, expect.any(okta.ConnectionError)]);
    const [, unsent, wrong] = await okta.settle(client.userApi.getUser({ userId: '..' }));
    expect([unsent, wrong]).toEqual([undefined, expect.any(okta.ParameterError)]);
  });

  it('reads a list page by page', async () => {
    const client = await withPeople();
    const [users, response, error] = await okta.settle(
      client.userApi.listUsers({ limit: 2, search: 'profile.lastName eq "Tester"' }),
    );
    if (error) throw error;
    expect(response.status).toBe(200);
    const read = users.map(({ profile }) => profile?.login);
    const ids = new Set([response.requestId]);
    while (response.hasNext()) {
      const [more, problem] = await response.next();
      if (problem) throw problem;
      for (const { profile } of more) read.push(profile?.login);
      ids.add(response.requestId);
    }
    expect(read.sort()).toEqual(logins);
    expect(ids.size).toBe(3);
    expect(response.hasNext()).toBe(false);
    expect(await response.next()).toEqual([undefined, expect.objectContaining({ code: 'OKTA_NO_MORE_PAGES' })]);
  });

  it('gives the error of a first and of a later page', async () => {
    const client = await withPeople();
    const [none, , wrong] = await okta.settle(client.userApi.listUsers({ search: 'no such' }));
    expect([none, wrong]).toEqual([undefined, expect.any(okta.OktaApiError)]);
    const signal = new AbortController();
    const [, response] = await okta.settle(client.userApi.listUsers({ limit: 2 }, { signal: signal.signal }));
    signal.abort();
    const next = response !== undefined && 'next' in response ? await response.next() : [];
    expect(next).toEqual([undefined, expect.any(okta.AbortError)]);
    expect(response && 'hasNext' in response && response.hasNext()).toBe(true);
  });

  it('reads lists of endpoints that the SDK need not know, wrapped lists, and any promise', async () => {
    const client = await withPeople();
    const [groups, response] = await okta.settle(
      client.paginate<{ id: string }>('/api/v1/groups', { query: { limit: 1 } }),
    );
    expect(groups).toHaveLength(1);
    expect(response).toMatchObject({ status: 200 });
    const [wrapped, , error] = await okta.settle(client.customRoleApi.listRoles());
    expect(error).toBeUndefined();
    expect(wrapped).toHaveProperty('roles');
    expect(await okta.settle(Promise.resolve(7))).toEqual([7, undefined, undefined]);
    expect(await okta.settle(Promise.reject('why'))).toEqual([
      undefined,
      undefined,
      expect.objectContaining({ cause: 'why' }),
    ]);
  });
});
