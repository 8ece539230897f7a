import { expect, it } from 'vitest';
import { type Client, errorOf, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createBookmark, createPerson, profileOf } from './people.js';

const TYPES = '/api/v1/meta/types/user';

function newType(client: Client, name = 'contractor') {
  return client.post(TYPES, { name, displayName: 'Contractor', description: 'From outside' });
}

onBothWires('user types', (emulate) => {
  it('are created with a schema of the same number', async () => {
    const client = await emulate();
    const reply = await newType(client);
    const { url } = client.emulator;
    const schemaId = `osc${idOf(reply).slice(3)}`;
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      id: expect.stringMatching(/^oty\w{17}$/),
      name: 'contractor',
      displayName: 'Contractor',
      description: 'From outside',
      createdBy: expect.stringMatching(/^00u/),
      lastUpdatedBy: expect.stringMatching(/^00u/),
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      default: false,
      _links: {
        schema: { rel: 'schema', href: `${url}/api/v1/meta/schemas/user/${schemaId}`, method: 'GET' },
        self: { rel: 'self', href: `${url}${TYPES}/${idOf(reply)}`, method: 'GET' },
      },
    });
    expect((await client.get(`/api/v1/meta/schemas/user/${schemaId}`)).body).toMatchObject({ name: 'contractor' });
  });

  it('of a fresh org is the default one', async () => {
    const client = await emulate();
    const types = itemsOf(await client.get(TYPES));
    expect(types).toMatchObject([{ name: 'user', displayName: 'User', default: true }]);
    expect((await client.get(`${TYPES}/default`)).body).toEqual(types[0]);
  });

  it('have attributes of their own', async () => {
    const client = await emulate();
    const typeId = idOf(await newType(client));
    const properties = { agency: { title: 'Agency', type: 'string' } };
    await client.post(`/api/v1/meta/schemas/user/osc${typeId.slice(3)}`, { definitions: { custom: { properties } } });
    const body = { profile: profileOf('ada', { agency: 'A' }) };
    expect((await client.post('/api/v1/users', body)).status).toBe(400);
    expect((await client.post('/api/v1/users', { ...body, type: { id: typeId } })).body).toMatchObject({
      type: { id: typeId },
      profile: { agency: 'A' },
    });
  });

  it('are updated in part and replaced as a whole, but keep their names', async () => {
    const client = await emulate();
    const path = `${TYPES}/${idOf(await newType(client))}`;
    expect((await client.post(path, { displayName: 'Temp' })).body).toMatchObject({
      name: 'contractor',
      displayName: 'Temp',
      description: 'From outside',
    });
    const whole = { name: 'contractor', displayName: 'Guest', description: 'For a while' };
    expect((await client.put(path, whole)).body).toMatchObject(whole);
    for (const reply of [
      await client.put(path, { ...whole, name: 'guest' }),
      await client.post(path, { name: 'guest' }),
    ]) {
      expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000001' });
    }
  });

  it.each([
    [{ name: 'user', displayName: 'X' }],
    [{ name: '1st', displayName: 'X' }],
    [{ name: '', displayName: 'X' }],
    [{ name: 'x', displayName: '' }],
  ])('refuse %j', async (body) => {
    const reply = await (await emulate()).post(TYPES, body);
    expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('are ten at most', async () => {
    const client = await emulate();
    for (let i = 0; i < 9; i++) expect((await newType(client, `type${i}`)).status).toBe(200);
    expect(errorOf(await newType(client, 'one_more'))).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('are deleted only when nobody is of the type, the default one never', async () => {
    const client = await emulate();
    const id = idOf(await newType(client));
    const user = idOf(await createPerson(client, 'ada', { type: { id } }));
    const [standard = ''] = idsOf(await client.get(TYPES));
    for (const used of [id, standard]) {
      expect(errorOf(await client.delete(`${TYPES}/${used}`))).toMatchObject({ status: 403, errorCode: 'E0000142' });
    }
    for (let i = 0; i < 2; i++) await client.delete(`/api/v1/users/${user}`);
    expect((await client.delete(`${TYPES}/${id}`)).status).toBe(204);
    expect((await client.get(`${TYPES}/${id}`)).body).toMatchObject({
      errorSummary: `Not found: Resource not found: ${id} (CVDType)`,
    });
    expect((await client.get(`/api/v1/meta/schemas/user/osc${id.slice(3)}`)).status).toBe(404);
  });
});

onBothWires('mappings', (emulate) => {
  it('are made with an app, both ways, and go with it', async () => {
    const client = await emulate();
    const app = await createBookmark(client, 'Mark');
    const [type = ''] = idsOf(await client.get(TYPES));
    const [from] = itemsOf(await client.get(`/api/v1/mappings?sourceId=${app}`));
    const [to] = itemsOf(await client.get(`/api/v1/mappings?sourceId=${type}&targetId=${app}`));
    expect(from).toMatchObject({
      id: expect.stringMatching(/^prm/),
      source: { id: app, name: 'bookmark', type: 'appuser' },
      target: { id: type, name: 'user', type: 'user' },
    });
    expect(from).not.toHaveProperty('properties');
    expect((await client.get(`/api/v1/mappings/${to?.id}`)).body).toEqual({ ...to, properties: {} });
    await client.post(`/api/v1/apps/${app}/lifecycle/deactivate`);
    await client.delete(`/api/v1/apps/${app}`);
    expect((await client.get(`/api/v1/mappings/${to?.id}`)).body).toMatchObject({
      errorSummary: `Not found: Resource not found: ${to?.id} (ProfileMapping)`,
    });
  });

  it('are made with a user type, for each app', async () => {
    const client = await emulate();
    const apps = itemsOf(await client.get('/api/v1/apps'));
    const type = idOf(await newType(client));
    expect(itemsOf(await client.get(`/api/v1/mappings?sourceId=${type}`))).toHaveLength(apps.length);
    await client.delete(`${TYPES}/${type}`);
    expect(itemsOf(await client.get(`/api/v1/mappings?sourceId=${type}`))).toEqual([]);
  });

  it('set and remove properties', async () => {
    const client = await emulate();
    const app = await createBookmark(client, 'Mark');
    const [mapping] = itemsOf(await client.get(`/api/v1/mappings?sourceId=${app}`));
    const path = `/api/v1/mappings/${mapping?.id}`;
    const update = (properties: object) => client.post(path, { properties });
    const city = { expression: 'appuser.city', pushStatus: 'PUSH' };
    await update({ city, title: { expression: 'appuser.title', pushStatus: 'DONT_PUSH' } });
    expect((await update({ title: null })).body).toMatchObject({ properties: { city } });
    expect((await client.get(path)).body).not.toHaveProperty('properties.title');
    const refused = [
      await update({ planet: city }),
      await update({ city: { expression: '', pushStatus: 'PUSH' } }),
      await update({ city: { expression: 'a +', pushStatus: 'PUSH' } }),
    ];
    for (const reply of refused) expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });

  it('are listed in pages of 20', async () => {
    const client = await emulate();
    for (let i = 0; i < 5; i++) await newType(client, `type${i}`);
    const page = await client.get('/api/v1/mappings');
    expect(itemsOf(page)).toHaveLength(20);
    expect(page.next).toContain('limit=20');
  });
});

onBothWires('forms', (emulate) => {
  it('can be made, replaced and deleted, but for the first', async () => {
    const client = await emulate();
    const path = '/api/v1/meta/uischemas';
    const [standard] = itemsOf(await client.get(path));
    expect(standard).toMatchObject({
      id: expect.stringMatching(/^uis/),
      uiSchema: { elements: [{ label: 'First name' }, { label: 'Last name' }, { label: 'Email' }] },
    });
    const made = await client.post(path, { uiSchema: { type: 'Group', label: 'Join', elements: [] } });
    expect(made.body).toMatchObject({ uiSchema: { label: 'Join', buttonLabel: 'Submit' } });
    const own = `${path}/${idOf(made)}`;
    expect((await client.put(own, { uiSchema: { label: 'Enter' } })).body).toMatchObject({
      uiSchema: { label: 'Enter' },
    });
    expect((await client.delete(own)).status).toBe(204);
    expect((await client.get(own)).status).toBe(404);
    expect((await client.delete(`${path}/${standard?.id}`)).status).toBe(403);
  });

  it('of apps have sections', async () => {
    const client = await emulate();
    await createBookmark(client, 'Mark');
    const layouts = '/api/v1/meta/layouts/apps';
    expect((await client.get(`${layouts}/bookmark`)).body).toMatchObject({ _links: { general: [{}], signOn: [{}] } });
    expect((await client.get(`${layouts}/bookmark/sections/general/create`)).status).toBe(200);
    expect((await client.get(`${layouts}/No%20App`)).status).toBe(404);
  });
});
