import { expect, it, vi } from 'vitest';
import { OktaAPI, type Result } from '../../../src/oktajs.js';
import { addPeople, legacy, PEOPLE, value } from './legacy.js';

interface User {
  readonly id: string;
  readonly status: string;
  readonly profile: Readonly<Record<string, string>>;
}

it('constructor: token and domain; preview; orgUrl', async () => {
  const seen: string[] = [];
  const fetch = async (url: string | URL) => {
    seen.push(new URL(url).origin);
    return new Response('{}', { headers: { 'content-type': 'application/json' } });
  };
  await new OktaAPI('00token', 'acme', undefined, { fetch }).users.get('ada');
  await new OktaAPI('00token', 'acme', true, { fetch }).users.get('ada');
  await new OktaAPI('00token', 'acme-admin', false, { fetch }).users.get('ada');
  await new OktaAPI('00token', 'acme', true, { fetch, orgUrl: 'https://id.acme.com' }).users.get('ada');
  await new OktaAPI('00token', 'id.acme.com', false, { fetch }).users.get('ada');
  expect(seen.map((origin) => origin.slice(8))).toEqual([
    'acme.okta.com',
    'acme.oktapreview.com',
    'acme.okta.com',
    'id.acme.com',
    'id.acme.com',
  ]);
  expect(() => new OktaAPI('', 'acme')).toThrow('OktaAPI requires an API token and a domain');
  expect(() => new OktaAPI('00token')).toThrow('OktaAPI requires an API token and a domain');
});

it('sample: provision and activate a user', async () => {
  const { okta } = legacy();
  const newProfile = OktaAPI.Helpers.constructProfile('Timothy', 'McGee', 'tmcgee@example.com');
  const newCreds = OktaAPI.Helpers.constructCredentials('superPass1', 'What is my favorite book?', 'Deep Six');
  const activated = await new Promise<Result>((resolve) => {
    okta.addUser<User>(newProfile, newCreds, false, (data) => {
      expect(data).toMatchObject({ success: true, paged: false, resp: { status: 'STAGED' } });
      okta.activateUser(value(data).id, true, null).then(resolve);
    });
  });
  expect(activated).toMatchObject({ success: true });
  expect(value(await okta.users.get<User>('tmcgee@example.com')).status).toMatch(/ACTIVE|PROVISIONED/);
});

it('sample: print the first 100 users in CSV', async () => {
  const { okta } = legacy();
  await addPeople(okta);
  const lines: string[] = [];
  await okta.users.list<User>({ limit: 100 }, false, (d) => {
    for (const { profile: p, status } of d.resp ?? []) {
      lines.push(`"${p['login']}","${p['email']}","${p['firstName']}","${p['lastName']}","${status}"`);
    }
  });
  expect(lines).toContain('"ada@example.com","ada@example.com","ada","Tester","ACTIVE"');
});

const TESTERS = { limit: 2, search: 'profile.lastName eq "Tester"' };

it.each([
  ['true', true],
  ['left out', undefined],
])('followLink %s: the callback gets each page', async (_, followLink) => {
  const { okta } = legacy();
  await addPeople(okta);
  const told: Result<User[]>[] = [];
  const last = await okta.users.list<User>(TESTERS, followLink, (result) => told.push(result));
  expect(told.map(({ resp, ...rest }) => ({ ...rest, items: resp?.length }))).toEqual([
    { success: true, paged: true, pageEnd: false, items: 2 },
    { success: true, paged: true, pageEnd: false, items: 2 },
    { success: true, paged: true, pageEnd: true, items: 1 },
  ]);
  expect(last).toBe(told.at(-1));
});

it('the callback may stand in the place of followLink', async () => {
  const { okta } = legacy();
  await addPeople(okta);
  const sizes: (number | undefined)[] = [];
  await okta.users.list(TESTERS, ({ resp }) => sizes.push(resp?.length));
  expect(sizes).toEqual([2, 2, 1]);
});

it('without a callback the promise has the items of all pages', async () => {
  const { okta } = legacy();
  await addPeople(okta);
  const result = await okta.users.list<User>(TESTERS);
  expect(result).toMatchObject({ success: true, paged: true, pageEnd: true });
  expect(
    value(result)
      .map(({ profile }) => profile['firstName'])
      .sort(),
  ).toEqual(PEOPLE);
});

it('followLink false: `next` leads on', async () => {
  const { okta } = legacy();
  await addPeople(okta);
  const first = await okta.users.list<User>(TESTERS, false);
  expect(first).toMatchObject({ success: true, paged: true, pageEnd: false, next: expect.stringMatching(/^https:/) });
  const after = new URL(first.next ?? '').searchParams.get('after') ?? '';
  const second = await okta.users.list<User>({ ...TESTERS, after }, false);
  expect(second).toMatchObject({ paged: true, pageEnd: false });
  expect(value(second)[0]?.id).not.toBe(value(first)[0]?.id);
});

it('answers without content have no resp', async () => {
  const { okta } = legacy();
  const { id } = value(await okta.groups.add<{ id: string }>({ name: 'Readers' }));
  expect(await okta.groups.delete(id)).toEqual({ success: true, paged: false });
});

it('errors: of the service, without authorization, without JSON, without an answer', async () => {
  const { okta, emulator } = legacy();
  expect(await okta.users.get('nobody')).toEqual({
    success: false,
    error: 'Received HTTP Status code: 404',
    resp: {
      errorCode: 'E0000007',
      errorSummary: expect.stringContaining('nobody'),
      errorLink: 'E0000007',
      errorId: expect.any(String),
      errorCauses: [],
    },
  });
  const stranger = new OktaAPI('00wrong', 'acme', false, { fetch: emulator.fetch });
  expect(await stranger.users.get('ada')).toMatchObject({
    success: false,
    error: 'Unauthorized',
    resp: { errorCode: 'E0000011' },
  });
  const odd = new OktaAPI('00token', 'acme', false, { fetch: async () => new Response('<html>') });
  expect(await odd.users.get('ada')).toEqual({ success: false, error: 'Returned JSON is invalid', resp: '<html>' });
  const off = { fetch: () => Promise.reject(new TypeError('no net')), rateLimit: { maxRetries: 0 } };
  const told: Result[] = [];
  const failed = await new OktaAPI('00token', 'acme', false, off).users.list({}, true, (result) => told.push(result));
  expect(failed).toEqual({ success: false, error: expect.stringContaining('no net') });
  expect(told).toEqual([failed]);
});

it('a missing argument throws at once, and nothing is sent', () => {
  const fetch = vi.fn();
  const okta = new OktaAPI('00token', 'acme', false, { fetch });
  const missing = undefined as unknown as string;
  expect(() => okta.users.get(missing)).toThrow(/users\.get: `who` is required/);
  expect(() => okta.groups.addUser('00g1', missing)).toThrow(/userId/);
  expect(fetch).not.toHaveBeenCalled();
});

it('text stands for q, as a list of groups once took it', async () => {
  const { okta } = legacy();
  await okta.groups.add({ name: 'Readers' });
  expect(value(await okta.groups.list('Read'))).toHaveLength(1);
});

it('JSON is left as it was received: dates are text', async () => {
  const { okta } = legacy();
  await addPeople(okta, ['ada']);
  const user = value(await okta.users.get<{ created: unknown }>('ada@example.com'));
  expect(user.created).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it('a partial update leaves the rest', async () => {
  const { okta } = legacy();
  const [id = ''] = await addPeople(okta, ['ada']);
  const { profile } = value(await okta.users.updatePartial<User>(id, { nickName: 'Countess' }, null));
  expect(profile).toMatchObject({ firstName: 'ada', lastName: 'Tester', nickName: 'Countess' });
});

it('helpers make what the functions take', () => {
  const { okta } = legacy();
  expect(OktaAPI.Helpers.constructProfile('A', 'B', 'a@b.c')).toEqual({
    firstName: 'A',
    lastName: 'B',
    email: 'a@b.c',
    login: 'a@b.c',
  });
  expect(okta.users.helpers.constructProfile('A', 'B', 'a@b.c', 'ab', '+1', { team: 'x' })).toMatchObject({
    login: 'ab',
    mobilePhone: '+1',
    team: 'x',
  });
  expect(okta.users.helpers.constructCredentials(null, 'Why?', '')).toEqual({});
  expect(OktaAPI.Helpers.constructCredentials('p', 'Why?', 'So')).toEqual({
    password: { value: 'p' },
    recovery_question: { question: 'Why?', answer: 'So' },
  });
  expect(okta.groups.helpers.constructGroup('G', 'D')).toEqual({ name: 'G', description: 'D' });
  expect(okta.apps.helpers.constructAppModel(null, 'bookmark', 'Mark')).toEqual({ name: 'bookmark', label: 'Mark' });
  expect(OktaAPI.Helpers.constructAppUserModel('00u1')).toEqual({ id: '00u1' });
  expect(OktaAPI.Helpers.constructAppGroupModel('00g1', null, 2)).toEqual({ id: '00g1', priority: 2 });
});
