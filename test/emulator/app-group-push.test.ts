import { expect, it } from 'vitest';
import { type Client, emulate, errorOf, idOf, idsOf, onBothWires, readAll } from './client.js';

async function addApp(client: Client): Promise<string> {
  const settings = { app: { baseUrl: 'https://other.okta.com' } };
  const app = await client.post('/api/v1/apps', {
    name: 'okta_org2org',
    label: 'Org',
    signOnMode: 'SAML_2_0',
    settings,
  });
  return `/api/v1/apps/${idOf(app)}/group-push/mappings`;
}

async function addGroup(client: Client, name: string): Promise<string> {
  return idOf(await client.post('/api/v1/groups', { profile: { name } }));
}

onBothWires('Group push mappings', (emulate) => {
  it('make the group of the app', async () => {
    const client = await emulate();
    const [path, source] = [await addApp(client), await addGroup(client, 'Engineers')];
    const made = await client.post(path, { sourceGroupId: source, targetGroupName: 'Engineers there' });
    const { targetGroupId } = made.body as { targetGroupId: string };
    expect(made).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^gPm/),
        sourceGroupId: source,
        status: 'ACTIVE',
        created: '2026-03-04T10:08:01Z',
        lastUpdated: '2026-03-04T10:08:01Z',
        lastPush: '2026-03-04T10:08:01Z',
        _links: {
          app: { href: expect.stringContaining('/api/v1/apps/0oa') },
          sourceGroup: { href: expect.stringContaining(source) },
          targetGroup: { href: expect.stringContaining(targetGroupId) },
        },
      },
    });
    const target = await client.get(`/api/v1/groups/${targetGroupId}`);
    expect(target.body).toMatchObject({ type: 'APP_GROUP', profile: { name: 'Engineers there' } });
    expect((await client.get(`${path}/${idOf(made)}`)).body).toEqual(made.body);
  });

  it('are switched off before they are deleted', async () => {
    const client = await emulate();
    const [path, source, target] = [await addApp(client), await addGroup(client, 'A'), await addGroup(client, 'B')];
    const made = await client.post(path, { sourceGroupId: source, targetGroupId: target });
    const self = `${path}/${idOf(made)}`;
    expect(errorOf(await client.delete(`${self}?deleteTargetGroup=false`))).toMatchObject({
      status: 400,
      errorCode: 'E0000001',
    });
    expect(await client.patch(self, { status: 'INACTIVE' })).toMatchObject({
      status: 200,
      body: { status: 'INACTIVE' },
    });
    expect((await client.delete(`${self}?deleteTargetGroup=true`)).status).toBe(200);
    expect(errorOf(await client.get(self))).toMatchObject({ status: 404, errorCode: 'E0000007' });
    expect((await client.get(`/api/v1/groups/${target}`)).status).toBe(200);
  });

  it('take the group of the app with them if that is wanted', async () => {
    const client = await emulate();
    const [path, source] = [await addApp(client), await addGroup(client, 'A')];
    const made = await client.post(path, { sourceGroupId: source, targetGroupName: 'B', status: 'INACTIVE' });
    await client.delete(`${path}/${idOf(made)}?deleteTargetGroup=true`);
    const { targetGroupId } = made.body as { targetGroupId: string };
    expect((await client.get(`/api/v1/groups/${targetGroupId}`)).status).toBe(404);
  });

  it('are listed in pages and by what they say', async () => {
    const client = await emulate();
    const path = await addApp(client);
    const [a, b] = [await addGroup(client, 'A'), await addGroup(client, 'B')];
    const first = idOf(await client.post(path, { sourceGroupId: a, targetGroupName: 'A' }));
    client.clock.tick(10_000);
    const second = idOf(await client.post(path, { sourceGroupId: b, targetGroupName: 'B', status: 'INACTIVE' }));
    expect((await readAll(client, `${path}?limit=1`)).map(({ id }) => id)).toEqual([first, second]);
    expect(idsOf(await client.get(path, { status: 'INACTIVE' }))).toEqual([second]);
    expect(idsOf(await client.get(path, { sourceGroupId: a }))).toEqual([first]);
    expect(idsOf(await client.get(path, { lastUpdated: '2026-03-04T10:08:05Z' }))).toEqual([second]);
  });
});

it('A group is pushed to an app once, and to a target that is clear', async () => {
  const client = await emulate('in process');
  const [path, source] = [await addApp(client), await addGroup(client, 'A')];
  const causesOf = async (body: object) => errorOf(await client.post(path, body)).causes;
  const unclear = 'targetGroupId: Either the id or the name of the target group must be given';
  expect(await causesOf({ sourceGroupId: source })).toEqual([unclear]);
  expect(await causesOf({ sourceGroupId: source, targetGroupName: 'B', targetGroupId: source })).toEqual([unclear]);
  expect((await client.post(path, { sourceGroupId: '00g1', targetGroupName: 'B' })).status).toBe(404);
  await client.post(path, { sourceGroupId: source, targetGroupName: 'B' });
  expect(await causesOf({ sourceGroupId: source, targetGroupName: 'C' })).toEqual([
    'sourceGroupId: An object with this field already exists in the current organization',
  ]);
});
