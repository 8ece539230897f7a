import { expect, it } from 'vitest';
import { type Client, emulate as emulateOn, errorOf, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createBookmark, createGroup, createPerson } from './people.js';

async function serviceApp(client: Client, type = 'service'): Promise<string> {
  const keys = [{ kty: 'RSA', kid: 'one', e: 'AQAB', n: 'x'.repeat(342) }];
  const service = { application_type: 'service', grant_types: ['client_credentials'], response_types: ['token'] };
  const web = { application_type: 'web', grant_types: ['authorization_code'], redirect_uris: ['https://a.example'] };
  const settings = { oauthClient: type === 'service' ? { ...service, jwks: { keys } } : web };
  const credentials = { oauthClient: { token_endpoint_auth_method: type === 'service' ? 'private_key_jwt' : 'none' } };
  const app = { name: 'oidc_client', label: 'Service', signOnMode: 'OPENID_CONNECT', settings, credentials };
  return idOf(await client.post('/api/v1/apps', app));
}

onBothWires('roles', (emulate) => {
  it('are assigned to users, with 201 and an id made of the type', async () => {
    const client = await emulate();
    const user = idOf(await createPerson(client, 'ada'));
    const reply = await client.post(`/api/v1/users/${user}/roles`, { type: 'USER_ADMIN' });
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      id: 'KVJUKUS7IFCE2SKO',
      label: 'Group Administrator',
      type: 'USER_ADMIN',
      status: 'ACTIVE',
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:01.000Z',
      assignmentType: 'USER',
      _links: { assignee: { href: `${client.emulator.url}/api/v1/users/${user}` } },
    });
    expect((await client.get(`/api/v1/users/${user}/roles/KVJUKUS7IFCE2SKO`)).body).toEqual(reply.body);
  });

  it('that cannot be limited have ids of their own', async () => {
    const client = await emulate();
    const user = idOf(await createPerson(client, 'ada'));
    const group = await createGroup(client, 'Admins');
    expect(idOf(await client.post(`/api/v1/users/${user}/roles`, { type: 'ORG_ADMIN' }))).toMatch(/^ra1\w{17}$/);
    expect(idOf(await client.post(`/api/v1/groups/${group}/roles`, { type: 'ORG_ADMIN' }))).toMatch(/^gra\w{17}$/);
  });

  it('of the owner of the token include SUPER_ADMIN', async () => {
    const client = await emulate();
    expect(itemsOf(await client.get('/api/v1/users/me/roles'))).toMatchObject([{ type: 'SUPER_ADMIN' }]);
  });

  it('are assigned once only, and taken back', async () => {
    const client = await emulate();
    const path = `/api/v1/users/${idOf(await createPerson(client, 'ada'))}/roles`;
    const id = idOf(await client.post(path, { type: 'APP_ADMIN' }));
    expect(id).toBe('IFIFAX2BIRGUSTQ');
    expect(errorOf(await client.post(path, { type: 'APP_ADMIN' }))).toMatchObject({
      status: 409,
      errorCode: 'E0000090',
    });
    expect((await client.delete(`${path}/${id}`)).status).toBe(204);
    expect(idsOf(await client.get(path))).toEqual([]);
    expect((await client.delete(`${path}/${id}`)).body).toMatchObject({
      errorSummary: `Not found: Resource not found: ${id} (RoleAssignment)`,
    });
  });

  it('of a type that does not exist are refused', async () => {
    const client = await emulate();
    const reply = await client.post('/api/v1/users/me/roles', { type: 'KING' });
    expect(errorOf(reply)).toMatchObject({ status: 400, errorCode: 'E0000003' });
  });

  it('of a group are those of its members', async () => {
    const client = await emulate();
    const [user, group] = [idOf(await createPerson(client, 'ada')), await createGroup(client, 'Helpers')];
    await client.put(`/api/v1/groups/${group}/users/${user}`);
    await client.post(`/api/v1/groups/${group}/roles`, { type: 'HELP_DESK_ADMIN' });
    const [role] = itemsOf(await client.get(`/api/v1/users/${user}/roles`));
    expect(role).toMatchObject({ type: 'HELP_DESK_ADMIN', assignmentType: 'GROUP' });
    expect((await client.get(`/api/v1/groups/${group}/roles/${role?.id}`)).body).toEqual(role);
    expect((await client.get(`/api/v1/groups?search=id eq "${group}"&expand=stats`)).body).toMatchObject([
      { _embedded: { stats: { hasAdminPrivilege: true } } },
    ]);
    expect((await client.get('/api/v1/iam/assignees/users')).body).toMatchObject({ value: [{}, { id: user }] });
  });

  it('go with their holder', async () => {
    const client = await emulate();
    const user = idOf(await createPerson(client, 'ada'));
    await client.post(`/api/v1/users/${user}/roles`, { type: 'APP_ADMIN' });
    await client.delete(`/api/v1/users/${user}`);
    expect(idsOf(await client.get(`/api/v1/users/${user}/roles`))).toEqual([]);
  });

  it('are not given to groups of the system or of apps', async () => {
    const client = await emulate({
      seed: { groups: [{ id: '00gapp', type: 'APP_GROUP', profile: { name: 'From an app' } }] },
    });
    const [everyone = ''] = idsOf(await client.get('/api/v1/groups?q=Everyone'));
    const [system, app] = await Promise.all(
      [everyone, '00gapp'].map((id) => client.post(`/api/v1/groups/${id}/roles`, { type: 'APP_ADMIN' })),
    );
    expect(system?.body).toMatchObject({ errorCode: 'E0000211' });
    expect(app?.body).toMatchObject({ errorCode: 'E0000194' });
  });

  it('are assigned to service apps, and to no others', async () => {
    const client = await emulate();
    const app = await serviceApp(client);
    const path = `/oauth2/v1/clients/${app}/roles`;
    const reply = await client.post(path, { type: 'HELP_DESK_ADMIN' });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      assignmentType: 'CLIENT',
      _links: { assignee: { href: `${client.emulator.url}/oauth2/v1/clients/${app}` } },
    });
    expect(idsOf(await client.get(path))).toEqual([idOf(reply)]);
    expect((await client.get(`${path}/${idOf(reply)}`)).body).toEqual(reply.body);
    expect((await client.delete(`${path}/${idOf(reply)}`)).status).toBe(204);
    const web = await serviceApp(client, 'web');
    const refused = await client.post(`/oauth2/v1/clients/${web}/roles`, { type: 'APP_ADMIN' });
    expect(errorOf(refused)).toMatchObject({ status: 400, errorCode: 'E0000227' });
  });

  it('are limited to groups', async () => {
    const client = await emulate();
    const user = idOf(await createPerson(client, 'ada'));
    const [one, two] = [await createGroup(client, 'One'), await createGroup(client, 'Two')];
    const role = idOf(await client.post(`/api/v1/users/${user}/roles`, { type: 'USER_ADMIN' }));
    const targets = `/api/v1/users/${user}/roles/${role}/targets/groups`;
    expect((await client.put(`${targets}/${one}`)).status).toBe(204);
    await client.put(`${targets}/${two}`);
    await client.put(`${targets}/${two}`);
    expect(idsOf(await client.get(targets))).toEqual([one, two]);
    const expanded = await client.get(`/api/v1/users/${user}/roles?expand=targets/groups`);
    expect(expanded.body).toMatchObject([{ _embedded: { targets: { groups: [{ id: one }, { id: two }] } } }]);
    expect((await client.delete(`${targets}/${one}`)).status).toBe(204);
    expect((await client.delete(`${targets}/${one}`)).status).toBe(404);
    expect(errorOf(await client.delete(`${targets}/${two}`))).toMatchObject({ status: 400, errorCode: 'E0000001' });
    expect((await client.put(`${targets}/00gnone`)).status).toBe(404);
  });

  it('are limited to apps of the catalog and of the org', async () => {
    const client = await emulate();
    const group = await createGroup(client, 'Admins');
    const app = await createBookmark(client, 'Mark');
    const role = idOf(await client.post(`/api/v1/groups/${group}/roles`, { type: 'APP_ADMIN' }));
    const targets = `/api/v1/groups/${group}/roles/${role}/targets/catalog/apps`;
    expect((await client.put(`${targets}/google`)).status).toBe(204);
    expect((await client.put(`${targets}/bookmark/${app}`)).status).toBe(204);
    expect((await client.get(targets)).body).toMatchObject([{ name: 'google' }, { name: 'bookmark', id: app }]);
    expect((await client.put(`${targets}/salesforce/${app}`)).status).toBe(404);
    expect((await client.delete(`${targets}/google`)).status).toBe(204);
    const page = await client.get(`/api/v1/groups/${group}/roles/${role}/targets/groups`);
    expect(errorOf(page)).toMatchObject({ status: 400, errorCode: 'E0000091' });
  });

  it('tell the log', async () => {
    const client = await emulate();
    const [user, group] = [idOf(await createPerson(client, 'ada')), await createGroup(client, 'Admins')];
    for (const path of [`/api/v1/users/${user}/roles`, `/api/v1/groups/${group}/roles`]) {
      await client.delete(`${path}/${idOf(await client.post(path, { type: 'APP_ADMIN' }))}`);
    }
    const { body } = await client.get('/api/v1/logs');
    expect((body as { eventType: string }[]).map(({ eventType }) => eventType).slice(-4)).toEqual([
      'user.account.privilege.grant',
      'user.account.privilege.revoke',
      'group.privilege.grant',
      'group.privilege.revoke',
    ]);
  });
});

it('assignees are listed in pages whose links stand in the body', async () => {
  const client = await emulateOn('in process', { pageSize: 1 });
  const user = idOf(await createPerson(client, 'ada'));
  await client.post(`/api/v1/users/${user}/roles`, { type: 'APP_ADMIN' });
  const first = (await client.get('/api/v1/iam/assignees/users')).body as { _links: { next: { href: string } } };
  expect((await client.get(first._links.next.href)).body).toMatchObject({ value: [{ id: user }], _links: {} });
});
