import { expect, it, vi } from 'vitest';
import { org, person, signIn } from './older.js';

/** The document's own samples, in its order. What it prints goes to `log`. */
const log = vi.fn();

it('Create a User', async () => {
  const { client } = org();
  const newUser = {
    profile: { firstName: 'Foo', lastName: 'Bar', email: 'foo@example.com', login: 'foo@example.com' },
    credentials: { password: { value: 'PasswordAbc123' } },
  };
  await client.createUser(newUser).then((user) => {
    log('Created user', user);
  });
  expect(log.mock.lastCall).toEqual(['Created user', expect.objectContaining({ status: 'ACTIVE' })]);
});

it('Get a User, by id or login', async () => {
  const { client } = org();
  const { id } = await client.createUser(person('foo@bar.com'));
  await client.getUser(id).then((user) => {
    log(user);
  });
  await client.getUser('foo@bar.com').then((user) => {
    log(user);
  });
  expect(log.mock.calls.slice(-2)).toMatchObject([[{ id }], [{ id }]]);
});

it('Update a User', async () => {
  const { client } = org();
  const user = await client.createUser(person('foo@bar.com'));
  user.profile.nickName = 'rob';
  await user.update().then(() => log('User nickname change has been saved'));
  expect((await client.getUser('foo@bar.com')).profile.nickName).toBe('rob');
});

it('Update a User with attributes of the org', async () => {
  const { client, emulator } = org();
  const attribute = { title: 'Badge', type: 'string', scope: 'NONE' };
  await client.updateUserProfile('default', {
    definitions: { custom: { id: '#custom', type: 'object', properties: { badge: attribute } } },
  });
  const user = await client.createUser(person('foo@bar.com'));
  user.profile['badge'] = 'A-1';
  await user.update();
  const { profile } = await client.getUser('foo@bar.com');
  expect({ badge: profile['badge'], url: emulator.url }).toEqual({ badge: 'A-1', url: client.baseUrl });
});

it('Delete a User', async () => {
  const { client } = org();
  const user = await client.createUser(person('foo@bar.com'));
  await user
    .deactivate()
    .then(() => log('User has been deactivated'))
    .then(() => user.delete())
    .then(() => log('User has been deleted'));
  await expect(client.getUser('foo@bar.com')).rejects.toMatchObject({ status: 404, errorCode: 'E0000007' });
});

it('List All Org Users', async () => {
  const { client } = org({ pageSize: 2 });
  for (const login of ['a@x.com', 'b@x.com', 'c@x.com']) await client.createUser(person(login));
  const seen: unknown[] = [];
  const orgUsersCollection = client.listUsers();
  await orgUsersCollection
    .each((user) => {
      seen.push(user.profile.login);
    })
    .then(() => log('All users have been listed'));
  const looped: unknown[] = [];
  for await (const user of client.listUsers()) looped.push(user.profile.login);
  expect(seen).toEqual(expect.arrayContaining(['a@x.com', 'b@x.com', 'c@x.com']));
  expect(looped).toEqual(seen);
});

it('Search for Users', async () => {
  const { client } = org();
  const robert = await client.createUser({
    ...person('robert@x.com'),
    profile: { ...person('robert@x.com').profile, firstName: 'Robert', nickName: 'abc 1234' },
  });
  await client.createUser(person('other@x.com'));
  const seen: unknown[] = [];
  const note = (user: { id?: string | undefined }) => {
    seen.push(user.id);
  };
  await client.listUsers({ q: 'Robert' }).each(note);
  await client.listUsers({ search: 'profile.nickName eq "abc 1234"' }).each(note);
  expect(seen).toEqual([robert.id, robert.id]);
  await client.listUsers({ filter: 'lastUpdated gt "2017-06-05T23:00:00.000Z"' }).each(note);
  expect(seen.length).toBeGreaterThan(3);
});

it('Create a Group, and add a User to it', async () => {
  const { client } = org();
  const newGroup = { profile: { name: 'Admin Users Group' } };
  const group = await client.createGroup(newGroup);
  const user = await client.createUser(person('foo@bar.com'));
  await user.addToGroup(group.id).then(() => log('User has been added to group'));
  expect(await group.listUsers().toArray()).toMatchObject([{ id: user.id }]);
  const names: unknown[] = [];
  await user.listGroups().each(({ profile }) => {
    names.push(profile?.name);
  });
  expect(names).toContain('Admin Users Group');
});

it('Create an Application, assign a User and a Group to it', async () => {
  const { client } = org();
  const application = {
    name: 'template_basic_auth',
    label: 'Sample Basic Auth App',
    signOnMode: 'BASIC_AUTH',
    settings: { app: { url: 'https://example.com/auth.htm', authURL: 'https://example.com/login.html' } },
  };
  const createdApplication = await client.createApplication(application);
  const createdUser = await client.createUser(person('foo@bar.com'));
  const createdGroup = await client.createGroup({ profile: { name: 'Everybody here' } });
  const appId = createdApplication.id;
  const appUser = await client.assignUserToApplication(appId, { id: createdUser.id });
  await client.createApplicationGroupAssignment(appId, createdGroup.id);
  expect(createdApplication).toMatchObject({ label: 'Sample Basic Auth App', signOnMode: 'BASIC_AUTH' });
  expect(appUser.id).toBe(createdUser.id);
  expect(await createdApplication.listGroupAssignments().first()).toMatchObject({ id: createdGroup.id });
  await appUser.delete(appId);
  await createdApplication.deactivate();
  expect((await client.getApplication(appId)).status).toBe('INACTIVE');
});

it('Sessions', async () => {
  const { client, emulator } = org();
  const user = await client.createUser(person('foo@bar.com'));
  const sessionToken = await signIn(emulator, 'foo@bar.com');
  const session = await client.createSession({ sessionToken });
  const id = session.id;
  expect(await client.getSession(id)).toMatchObject({ id, userId: user.id });
  const refreshed = await client.refreshSession(id);
  expect(typeof refreshed.expiresAt).toBe('string');
  await client.endSession(id).then(() => {
    log('Session ended');
  });
  await expect(client.getSession(id)).rejects.toMatchObject({ status: 404 });
  const other = await client.createSession({ sessionToken: await signIn(emulator, 'foo@bar.com') });
  await client.clearUserSessions(user.id).then(() => {
    log('All user sessions have ended');
  });
  await expect(client.getSession(other.id)).rejects.toMatchObject({ status: 404 });
});

it('Call other API endpoints', async () => {
  const { client } = org();
  const app = await client.createApplication({
    name: 'template_saml_2_0',
    label: 'SAML',
    signOnMode: 'SAML_2_0',
    settings: SAML_SETTINGS,
  });
  const url = `${client.baseUrl}/api/v1/apps/${app.id}/sso/saml/metadata`;
  const request = {
    method: 'get' as const,
    headers: { Accept: 'application/xml', 'Content-Type': 'application/json' },
  };
  const text = await client.http.http(url, request).then((res) => res.text());
  expect(text).toContain('EntityDescriptor');
});

const SAML_SETTINGS = {
  signOn: {
    defaultRelayState: '',
    ssoAcsUrl: 'https://example.com/acs',
    recipient: 'https://example.com/acs',
    destination: 'https://example.com/acs',
    audience: 'https://example.com',
    idpIssuer: 'https://idp.example.com',
    subjectNameIdTemplate: 'user.userName',
    subjectNameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
    responseSigned: true,
    assertionSigned: true,
    signatureAlgorithm: 'RSA_SHA256',
    digestAlgorithm: 'SHA256',
    honorForceAuthn: true,
    authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
    attributeStatements: [],
  },
};
