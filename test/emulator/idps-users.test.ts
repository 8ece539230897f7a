import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, idsOf, onBothWires } from './client.js';
import { GOOGLE, OIDC } from './idp-fixtures.js';

async function addUser(client: Client, name: string): Promise<string> {
  const login = `${name}@example.com`;
  const profile = { login, email: login, firstName: name, lastName: 'Lovelace' };
  return idOf(await client.post('/api/v1/users?activate=false', { profile }));
}

async function addProvider(client: Client, body: object = GOOGLE): Promise<string> {
  return idOf(await client.post('/api/v1/idps', body));
}

onBothWires('Users of identity providers', (emulate) => {
  it('are linked, listed and unlinked', async () => {
    const client = await emulate();
    const [idp, user] = [await addProvider(client), await addUser(client, 'ada')];
    const path = `/api/v1/idps/${idp}/users`;
    const linked = await client.post(`${path}/${user}`, { externalId: '121749775026145' });
    expect(linked).toMatchObject({
      status: 200,
      body: {
        id: user,
        externalId: '121749775026145',
        created: '2026-03-04T10:08:01.000Z',
        lastUpdated: '2026-03-04T10:08:01.000Z',
        _links: {
          self: { href: expect.stringContaining(`${path}/${user}`), hints: { allow: ['GET', 'DELETE'] } },
          idp: { href: expect.stringContaining(`/api/v1/idps/${idp}`) },
          user: { href: expect.stringContaining(`/api/v1/users/${user}`) },
        },
      },
    });
    expect((await client.get(`${path}/${user}`)).body).toEqual(linked.body);
    expect((await client.get(path)).body).toEqual([linked.body]);
    expect(idsOf(await client.get(`/api/v1/users/${user}/idps`))).toEqual([idp]);
    expect((await client.get(`${path}/${user}/credentials/tokens`)).body).toEqual([]);
    expect((await client.delete(`${path}/${user}`)).status).toBe(204);
    expect(errorOf(await client.get(`${path}/${user}`))).toMatchObject({ status: 404, errorCode: 'E0000007' });
    expect((await client.get(`/api/v1/users/${user}/idps`)).body).toEqual([]);
  });

  it('may have several', async () => {
    const client = await emulate();
    const user = await addUser(client, 'ada');
    const providers = [await addProvider(client), await addProvider(client, OIDC)];
    for (const idp of providers) await client.post(`/api/v1/idps/${idp}/users/${user}`, { externalId: 'x' });
    expect(idsOf(await client.get(`/api/v1/users/${user}/idps`))).toEqual(providers);
  });
});

it('An identity provider knows one user under a name', async () => {
  const client = await emulate('in process');
  const idp = await addProvider(client);
  const [ada, grace] = [await addUser(client, 'ada'), await addUser(client, 'grace')];
  await client.post(`/api/v1/idps/${idp}/users/${ada}`, { externalId: 'x' });
  expect(errorOf(await client.post(`/api/v1/idps/${idp}/users/${grace}`, { externalId: 'x' }))).toMatchObject({
    status: 400,
    errorCode: 'E0000001',
  });
  const again = await client.post(`/api/v1/idps/${idp}/users/${ada}`, { externalId: 'y' });
  expect(again).toMatchObject({ status: 200, body: { externalId: 'y' } });
});

it('A user is linked by name', async () => {
  const client = await emulate('in process');
  const [idp, user] = [await addProvider(client), await addUser(client, 'ada')];
  expect(errorOf(await client.post(`/api/v1/idps/${idp}/users/${user}`, {})).causes).toEqual([
    'externalId: The field cannot be left blank',
  ]);
  expect((await client.post(`/api/v1/idps/${idp}/users/00u1`, { externalId: 'x' })).status).toBe(404);
  expect((await client.post(`/api/v1/idps/0oa1/users/${user}`, { externalId: 'x' })).status).toBe(404);
});

it('Links go with the identity provider and with the user', async () => {
  const client = await emulate('in process');
  const [idp, user] = [await addProvider(client), await addUser(client, 'ada')];
  await client.post(`/api/v1/idps/${idp}/users/${user}`, { externalId: 'x' });
  await client.delete(`/api/v1/users/${user}`);
  await client.delete(`/api/v1/users/${user}`);
  expect((await client.get(`/api/v1/idps/${idp}/users`)).body).toEqual([]);
});
