import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, idsOf, onBothWires, readAll } from './client.js';

const PATH = '/integrations/api/v1/api-services';
const SERVICE = { type: 'my_app_cie', grantedScopes: ['okta.logs.read', 'okta.groups.read'] };

const secretsOf = async (client: Client) => `${PATH}/${idOf(await client.post(PATH, SERVICE))}/credentials/secrets`;

onBothWires('API service integrations', (emulate) => {
  it('show their secret once', async () => {
    const client = await emulate();
    const made = await client.post(PATH, SERVICE);
    const path = `${PATH}/${idOf(made)}`;
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...SERVICE,
        id: expect.stringMatching(/^0oa/),
        name: 'My App Cie',
        createdAt: '2026-03-04T10:08:01.000Z',
        createdBy: expect.stringMatching(/^00u/),
        clientSecret: expect.stringMatching(/^[\w-]{64}$/),
        _links: { self: { href: expect.stringContaining(path) } },
      },
    });
    const { clientSecret, ...others } = made.body as { clientSecret: string };
    expect((await client.get(path)).body).toEqual(others);
    expect((await client.get(PATH)).body).toEqual([others]);
    const secrets = await client.get(`${path}/credentials/secrets`);
    expect(secrets.body).toMatchObject([{ status: 'ACTIVE' }]);
    expect(secrets.text).not.toContain(clientSecret);
  });

  it('have two secrets at most, which are rotated', async () => {
    const client = await emulate();
    const secrets = await secretsOf(client);
    const [old] = idsOf(await client.get(secrets));
    const made = await client.post(secrets);
    expect(made).toMatchObject({ status: 201, body: { client_secret: expect.stringMatching(/^[\w-]{64}$/) } });
    expect(errorOf(await client.post(secrets))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    const off = await client.post(`${secrets}/${old}/lifecycle/deactivate`);
    expect(off).toMatchObject({
      status: 200,
      body: { status: 'INACTIVE', client_secret: expect.stringMatching(/^\*{3}/) },
    });
    expect((await client.post(`${secrets}/${old}/lifecycle/activate`)).body).toMatchObject({ status: 'ACTIVE' });
    await client.post(`${secrets}/${old}/lifecycle/deactivate`);
    expect((await client.delete(`${secrets}/${old}`)).status).toBe(204);
    expect(idsOf(await client.get(secrets))).toEqual([idOf(made)]);
  });

  it('are listed in pages and deleted', async () => {
    const client = await emulate();
    const ids = [idOf(await client.post(PATH, SERVICE)), idOf(await client.post(PATH, SERVICE))];
    expect((await readAll(client, `${PATH}?limit=1`)).map(({ id }) => id)).toEqual(ids);
    expect((await client.delete(`${PATH}/${ids[0]}`)).status).toBe(204);
    expect(idsOf(await client.get(PATH))).toEqual([ids[1]]);
    expect(errorOf(await client.get(`${PATH}/${ids[0]}/credentials/secrets`))).toMatchObject({
      status: 404,
      errorCode: 'E0000007',
    });
  });
});

it.each(['type', 'grantedScopes'])('An API service integration without %s is refused', async (member) => {
  const client = await emulate('in process');
  const reply = await client.post(PATH, { ...SERVICE, [member]: member === 'type' ? '' : [] });
  expect(errorOf(reply)).toEqual({
    status: 400,
    errorCode: 'E0000001',
    causes: [`${member}: The field cannot be left blank`],
  });
});
