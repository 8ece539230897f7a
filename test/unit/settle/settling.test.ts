import { describe, expect, expectTypeOf, it, onTestFinished } from 'vitest';
import { createEmulator } from '../../../src/emulator.js';
import * as okta from '../../../src/sdk.js';

async function clientWithAda(): Promise<okta.Client> {
  const emulator = createEmulator();
  onTestFinished(() => emulator.close());
  const client = new okta.Client({ orgUrl: 'https://acme.okta.com', token: emulator.token, fetch: emulator.fetch });
  const login = 'ada@example.com';
  await client.userApi.createUser({ body: { profile: { firstName: 'Ada', lastName: 'L', email: login, login } } });
  return client;
}

describe('settling', () => {
  it('lets every method of every Api give its results, and leaves the client as it was', async () => {
    const client = await clientWithAda();
    const quiet = okta.settling(client);
    const [user, response, error] = await quiet.userApi.getUser({ userId: 'ada@example.com' });
    expect([user?.profile?.firstName, response?.status, error]).toEqual(['Ada', 200, undefined]);
    if (!error) expectTypeOf(user).toEqualTypeOf<okta.UserGetSingleton>();
    const [none, refusal, failure] = await quiet.userApi.getUser({ userId: 'nobody' });
    expect([none, refusal?.status, failure]).toEqual([undefined, 404, expect.any(okta.OktaApiError)]);
    await expect(client.userApi.getUser({ userId: 'nobody' })).rejects.toBeInstanceOf(okta.OktaApiError);
  });

  it('gives lists page by page', async () => {
    const quiet = okta.settling(await clientWithAda());
    const [users, pages, error] = await quiet.userApi.listUsers({ limit: 1 });
    if (error) throw error;
    expectTypeOf(users).toEqualTypeOf<readonly okta.User[]>();
    expect(users).toHaveLength(1);
    expect(pages.hasNext()).toBe(true);
    expect((await pages.next())[0]).toHaveLength(1);
  });

  it('settles one Api, raw requests and raw lists, and passes on what is no call', async () => {
    const client = await clientWithAda();
    const quiet = okta.settling(client);
    expect(quiet.baseUrl).toBe(client.baseUrl);
    expect(quiet.systemLog).toBe(client.systemLog);
    expect((await quiet.request({ path: 'https://elsewhere.com' }))[2]).toBeInstanceOf(okta.ParameterError);
    expect((await quiet.paginate('/api/v1/groups', { query: { limit: 1 } }))[0]).toHaveLength(1);
    expect((await okta.settling(client.groupApi).getGroup({ groupId: 'none' }))[1]?.status).toBe(404);
    expect(quiet).toBeInstanceOf(okta.Client);
  });
});
