import { expect, it } from 'vitest';
import { emulate, errorOf, idOf, idsOf, onBothWires, readAll } from './client.js';
import { addKey, GOOGLE, OIDC, saml } from './idp-fixtures.js';

const PATH = '/api/v1/idps';

onBothWires('Identity providers', (emulate) => {
  it('of SAML are filled in', async () => {
    const client = await emulate();
    const { kid } = await addKey(client);
    const made = await client.post(PATH, saml(kid));
    const id = idOf(made);
    expect(made).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^0oa/),
        type: 'SAML2',
        name: 'Example SAML',
        issuerMode: 'DYNAMIC',
        status: 'ACTIVE',
        created: '2026-03-04T10:08:01.000Z',
        lastUpdated: '2026-03-04T10:08:01.000Z',
        protocol: {
          endpoints: { acs: { binding: 'HTTP-POST', type: 'INSTANCE' } },
          algorithms: {
            request: { signature: { algorithm: 'SHA-256', scope: 'REQUEST' } },
            response: { signature: { algorithm: 'SHA-256', scope: 'ANY' } },
          },
          settings: { nameFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified' },
          credentials: { trust: { kid }, signing: { kid: expect.stringMatching(/^[\w-]{43}$/) } },
        },
        policy: {
          provisioning: { action: 'AUTO', profileMaster: false, groups: { action: 'NONE' } },
          accountLink: { action: 'AUTO', filter: null },
          subject: { userNameTemplate: { template: 'idpuser.subjectNameId' }, matchType: 'USERNAME' },
          maxClockSkew: 120_000,
        },
        _links: {
          self: { hints: { allow: ['GET', 'PUT', 'DELETE'] } },
          metadata: { type: 'application/xml' },
          acs: { href: expect.stringContaining(`/sso/saml2/${id}`), type: 'application/xml' },
          users: { href: expect.stringContaining(`${PATH}/${id}/users`) },
          deactivate: { hints: { allow: ['POST'] } },
        },
      },
    });
    expect((await client.get(`${PATH}/${id}`)).body).toEqual(made.body);
    expect((await client.put(`${PATH}/${id}`, made.body)).body).toEqual(made.body);
  });

  it('of social networks know their addresses', async () => {
    const client = await emulate();
    const made = await client.post(PATH, GOOGLE);
    expect(made.body).toMatchObject({
      protocol: {
        ...GOOGLE.protocol,
        endpoints: { authorization: { url: 'https://accounts.google.com/o/oauth2/auth', binding: 'HTTP-REDIRECT' } },
      },
      policy: { subject: { userNameTemplate: { template: 'idpuser.email' } }, maxClockSkew: 0 },
      _links: {
        authorize: { href: expect.stringContaining(`/oauth2/v1/authorize?idp=${idOf(made)}&`), templated: true },
        clientRedirectUri: { href: expect.stringContaining('/oauth2/v1/authorize/callback') },
      },
    });
  });

  it('are replaced, but for their type', async () => {
    const client = await emulate();
    const made = await client.post(PATH, OIDC);
    client.clock.tick(1000);
    const path = `${PATH}/${idOf(made)}`;
    const replaced = await client.put(path, { ...OIDC, name: 'Renamed', issuerMode: 'ORG_URL' });
    expect(replaced).toMatchObject({
      status: 200,
      body: {
        name: 'Renamed',
        issuerMode: 'ORG_URL',
        created: '2026-03-04T10:08:01.000Z',
        lastUpdated: '2026-03-04T10:08:02.000Z',
      },
    });
    expect(errorOf(await client.put(path, GOOGLE)).causes).toEqual(['type: The type cannot be changed']);
  });

  it('are switched off and on, and deleted in any state', async () => {
    const client = await emulate();
    const path = `${PATH}/${idOf(await client.post(PATH, OIDC))}`;
    const off = await client.post(`${path}/lifecycle/deactivate`);
    expect(off).toMatchObject({ status: 200, body: { status: 'INACTIVE', _links: { activate: {} } } });
    const on = await client.post(`${path}/lifecycle/activate`);
    expect(on).toMatchObject({ status: 200, body: { status: 'ACTIVE', _links: { deactivate: {} } } });
    expect((await client.delete(path)).status).toBe(204);
    expect(errorOf(await client.get(path))).toMatchObject({ status: 404, errorCode: 'E0000007' });
  });

  it('are listed in pages, by name and by type', async () => {
    const client = await emulate();
    const first = idOf(await client.post(PATH, OIDC));
    const second = idOf(await client.post(PATH, GOOGLE));
    expect(idsOf(await client.get(PATH))).toEqual([first, second]);
    expect(idsOf(await client.get(PATH, { q: 'goo' }))).toEqual([second]);
    expect(idsOf(await client.get(PATH, { type: 'OIDC' }))).toEqual([first]);
    expect((await readAll(client, `${PATH}?limit=1`)).map(({ id }) => id)).toEqual([first, second]);
    expect((await client.get(PATH)).self).toContain('limit=20');
  });
});

it.each([
  ['no name', { ...OIDC, name: undefined }, ['name: The field cannot be left blank']],
  ['no type', { ...OIDC, type: undefined }, ['type: The field cannot be left blank']],
  ['no protocol', { ...OIDC, protocol: undefined }, ['protocol.type: The field cannot be left blank']],
  ['the wrong protocol', { ...GOOGLE, type: 'OIDC' }, ['protocol.type: The protocol of the type OIDC must be OIDC']],
  [
    'no client',
    { ...GOOGLE, protocol: { type: 'OAUTH2' } },
    ['protocol.credentials.client.client_id: The field cannot be left blank'],
  ],
  [
    'no addresses',
    { ...OIDC, protocol: { ...OIDC.protocol, endpoints: {} } },
    ['authorization', 'token', 'jwks'].map((name) => `protocol.endpoints.${name}.url: The field cannot be left blank`),
  ],
  [
    'an unknown key',
    saml('no-such-key'),
    ["protocol.credentials.trust.kid: There is no key 'no-such-key' in the key store"],
  ],
  [
    'an unknown group',
    { ...OIDC, policy: { provisioning: { groups: { action: 'ASSIGN', assignments: ['00g1'] } } } },
    ["policy.provisioning.groups: There is no group '00g1'"],
  ],
])('An identity provider with %s is refused', async (_, body, causes) => {
  const client = await emulate('in process');
  expect(errorOf(await client.post(PATH, body))).toEqual({ status: 400, errorCode: 'E0000001', causes });
});

it('No two identity providers have the same name', async () => {
  const client = await emulate('in process');
  await client.post(PATH, OIDC);
  expect(errorOf(await client.post(PATH, OIDC)).causes).toEqual(['name: The name is in use already']);
});

it('Changes of identity providers are in the log', async () => {
  const client = await emulate('in process');
  const path = `${PATH}/${idOf(await client.post(PATH, OIDC))}`;
  await client.put(path, OIDC);
  await client.post(`${path}/lifecycle/deactivate`);
  await client.post(`${path}/lifecycle/deactivate`);
  await client.post(`${path}/lifecycle/activate`);
  await client.delete(path);
  const log = await client.get('/api/v1/logs', { filter: 'eventType sw "system.idp.lifecycle"' });
  const types = (log.body as { eventType: string }[]).map(({ eventType }) => eventType.split('.').at(-1));
  expect(types).toEqual(['create', 'update', 'deactivate', 'activate', 'delete']);
  expect(log.text).not.toContain('the-secret');
});
