import { describe, expect, it } from 'vitest';
import { emulate as emulateOn, errorOf, idOf, idsOf, itemsOf, onBothWires } from './client.js';
import { createBookmark, createGroup, createPerson } from './people.js';

const SAML = {
  ssoAcsUrl: 'https://sp.example.com/acs',
  recipient: 'https://sp.example.com/acs',
  destination: 'https://sp.example.com/acs',
  audience: 'urn:sp',
  subjectNameIdTemplate: 'user.userName',
  subjectNameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  signatureAlgorithm: 'RSA_SHA256',
  digestAlgorithm: 'SHA256',
  authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  responseSigned: true,
  assertionSigned: true,
  requestCompressed: false,
  honorForceAuthn: true,
  allowMultipleAcsEndpoints: false,
};
const URL = 'https://example.com';

const modes = [
  ['BOOKMARK', 'bookmark', { app: { url: URL } }],
  ['BASIC_AUTH', 'template_basic_auth', { app: { url: URL, authURL: URL } }],
  ['BROWSER_PLUGIN', 'template_swa', { app: { url: URL, buttonField: 'b', usernameField: 'u', passwordField: 'p' } }],
  [
    'BROWSER_PLUGIN',
    'template_swa3field',
    {
      app: {
        targetURL: URL,
        buttonSelector: 'b',
        passwordSelector: 'p',
        userNameSelector: 'u',
        extraFieldSelector: 'e',
        extraFieldValue: 'v',
      },
    },
  ],
  ['SECURE_PASSWORD_STORE', 'template_sps', { app: { url: URL, usernameField: 'u', passwordField: 'p' } }],
  [
    'WS_FEDERATION',
    'template_wsfed',
    {
      app: {
        audienceRestriction: 'urn:a',
        groupValueFormat: 'dn',
        wReplyURL: URL,
        nameIDFormat: 'f',
        authnContextClassRef: 'c',
        siteURL: URL,
        usernameAttribute: 'username',
      },
    },
  ],
  ['SAML_2_0', undefined, { signOn: SAML }],
  ['AUTO_LOGIN', undefined, { signOn: { loginUrl: URL } }],
] as const;

describe.each(modes)('an app of mode %s and name %s', (signOnMode, name, settings) => {
  it('is created with 200, filled in, read back the same, replaced by itself and needs its settings', async () => {
    const client = await emulateOn('in process');
    const body = { label: 'My App 1', signOnMode, settings, ...(name && { name }) };
    const created = await client.post('/api/v1/apps', body);
    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({
      id: expect.stringMatching(/^0oa\w{17}$/),
      orn: expect.stringMatching(/^orn:okta:idp:00o\w+:apps:/),
      name: name ?? 'emulator_myapp1_1',
      label: 'My App 1',
      status: 'ACTIVE',
      accessibility: { selfService: false, errorRedirectUrl: null, loginRedirectUrl: null },
      visibility: { autoLaunch: false, autoSubmitToolbar: false, hide: { iOS: false, web: false } },
      features: [],
      signOnMode,
      settings: {
        ...settings,
        notifications: { vpn: { network: { connection: 'DISABLED' } } },
        implicitAssignment: false,
      },
    });
    expect((await client.get(`/api/v1/apps/${idOf(created)}`)).body).toEqual(created.body);
    expect((await client.put(`/api/v1/apps/${idOf(created)}`, created.body)).body).toEqual(created.body);
    const bare = await client.post('/api/v1/apps', { ...body, settings: {} });
    expect(errorOf(bare)).toMatchObject({ status: 400, errorCode: 'E0000001' });
  });
});

onBothWires('apps', (emulate) => {
  it('without a template are called by a number if their labels are equal', async () => {
    const client = await emulate();
    const body = { label: 'Wiki & More', signOnMode: 'AUTO_LOGIN', settings: { signOn: { loginUrl: URL } } };
    expect((await client.post('/api/v1/apps', body)).body).toMatchObject({ name: 'emulator_wikimore_1' });
    expect((await client.post('/api/v1/apps', body)).body).toMatchObject({ name: 'emulator_wikimore_2' });
  });

  it.each([
    [{ label: undefined }, 'E0000001', ['label: The field cannot be left blank']],
    [{ name: undefined }, 'E0000001', ['name: The field cannot be left blank']],
    [
      { signOnMode: 'MAGIC' },
      'E0000003',
      [expect.stringContaining('signOnMode: The value must be one of: AUTO_LOGIN')],
    ],
    [{ signOnMode: 'SAML_2_0' }, 'E0000001', ["signOnMode: The sign-on mode of 'bookmark' is BOOKMARK"]],
    [{ settings: 'none' }, 'E0000003', ['settings: The value must be of type object']],
    [{ visibility: 5 }, 'E0000003', ['visibility: The value must be of type object']],
  ])('refuse %j', async (change, errorCode, causes) => {
    const body = { name: 'bookmark', label: 'Notes', signOnMode: 'BOOKMARK', settings: { app: { url: URL } } };
    const reply = await (await emulate()).post('/api/v1/apps', { ...body, ...change });
    expect(errorOf(reply)).toEqual({ status: 400, errorCode, causes });
  });

  it('of SAML sign the response or the assertion', async () => {
    const signOn = { ...SAML, responseSigned: false, assertionSigned: false };
    const reply = await (await emulate()).post('/api/v1/apps', {
      label: 'x',
      signOnMode: 'SAML_2_0',
      settings: { signOn },
    });
    expect(errorOf(reply).causes).toEqual(['responseSigned: Either the response or the assertion must be signed']);
  });

  it('keep id, name, status and time of creation when they are replaced', async () => {
    const client = await emulate();
    const id = await createBookmark(client, 'Notes');
    client.clock.tick(1000);
    const change = { id: 'x', name: 'other', status: 'INACTIVE', label: 'Papers', settings: { app: { url: URL } } };
    expect((await client.put(`/api/v1/apps/${id}`, change)).body).toMatchObject({
      id,
      name: 'bookmark',
      status: 'ACTIVE',
      label: 'Papers',
      created: '2026-03-04T10:08:01.000Z',
      lastUpdated: '2026-03-04T10:08:02.000Z',
    });
  });

  it('are switched on and off with 200 and {}, also twice, and are deleted only when off', async () => {
    const client = await emulate();
    const path = `/api/v1/apps/${await createBookmark(client, 'Notes')}`;
    const refused = await client.delete(path);
    expect(errorOf(refused)).toMatchObject({ status: 403, errorCode: 'E0000056' });
    expect(errorOf(refused).causes[0]).toMatch(/deactivated/);
    for (let i = 0; i < 2; i++) {
      expect(await client.post(`${path}/lifecycle/deactivate`)).toMatchObject({ status: 200, body: {} });
    }
    expect((await client.get(path)).body).toMatchObject({ status: 'INACTIVE', _links: { activate: {} } });
    expect((await client.delete(path)).status).toBe(204);
    const gone = await client.get(path);
    expect(gone.body).toMatchObject({ errorSummary: expect.stringMatching(/\(AppInstance\)$/) });
  });

  it('may be created switched off', async () => {
    const client = await emulate();
    const body = { name: 'bookmark', label: 'x', signOnMode: 'BOOKMARK', settings: { app: { url: URL } } };
    expect((await client.post('/api/v1/apps?activate=false', body)).body).toMatchObject({ status: 'INACTIVE' });
  });

  it('of Okta itself are there and stay', async () => {
    const client = await emulate();
    const apps = itemsOf(await client.get('/api/v1/apps'));
    expect(apps.map(({ name }) => name)).toEqual(['saasure', 'okta_enduser', 'okta_browser_plugin']);
    const path = `/api/v1/apps/${apps[0]?.id}`;
    expect(errorOf(await client.post(`${path}/lifecycle/deactivate`))).toMatchObject({
      status: 403,
      errorCode: 'E0000006',
    });
    expect(errorOf(await client.delete(path))).toMatchObject({ status: 403, errorCode: 'E0000006' });
  });
});

onBothWires('listing apps', (emulate) => {
  it('finds by q, by one comparison, and by both', async () => {
    const client = await emulate();
    const notes = await createBookmark(client, 'Notes');
    const nothing = await createBookmark(client, 'Nothing');
    await client.post(`/api/v1/apps/${nothing}/lifecycle/deactivate`);
    const found = async (query: Readonly<Record<string, string>>) => idsOf(await client.get('/api/v1/apps', query));
    expect(await found({ q: 'NOT' })).toEqual([notes, nothing]);
    expect(await found({ q: 'bookm' })).toEqual([notes, nothing]);
    expect(await found({ q: 'not', filter: 'status eq "ACTIVE"' })).toEqual([notes]);
    expect(await found({ filter: `id eq "${nothing}"` })).toEqual([nothing]);
    expect(await found({ filter: 'name eq "bookmark"' })).toEqual([notes, nothing]);
  });

  it('finds by user and by group, and embeds the user', async () => {
    const client = await emulate();
    const appId = await createBookmark(client, 'Notes');
    const userId = idOf(await createPerson(client, 'ada'));
    const groupId = await createGroup(client, 'Engineers');
    await client.post(`/api/v1/apps/${appId}/users`, { id: userId });
    await client.put(`/api/v1/apps/${appId}/groups/${groupId}`);
    const filter = `user.id eq "${userId}"`;
    expect(idsOf(await client.get('/api/v1/apps', { filter: `group.id eq "${groupId}"` }))).toEqual([appId]);
    const embedded = await client.get('/api/v1/apps', { filter, expand: `user/${userId}` });
    expect(embedded.body).toMatchObject([{ id: appId, _embedded: { user: { id: userId, scope: 'USER' } } }]);
    const other = await client.get('/api/v1/apps', { expand: `user/${userId}` });
    expect(errorOf(other).causes).toEqual(['RequestParams: Expand query is malformed.']);
  });

  it.each(['label eq "x"', 'status ne "ACTIVE"', 'status eq "ACTIVE" and name eq "x"', 'nonsense'])(
    'refuses the filter %s',
    async (filter) => {
      expect(errorOf(await (await emulate()).get('/api/v1/apps', { filter }))).toMatchObject({
        status: 400,
        errorCode: 'E0000031',
      });
    },
  );
});
