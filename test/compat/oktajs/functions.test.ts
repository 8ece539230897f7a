import { expect, it } from 'vitest';
import type { Emulator } from '../../../src/emulator.js';
import { OktaAPI, type Result } from '../../../src/oktajs.js';
import { addPeople, legacy, value } from './legacy.js';

type Told = Result<unknown>;
type Call = (okta: OktaAPI, ids: Ids, callback: (result: Told) => void) => Promise<Result<unknown>>;

/** What the functions below are called about. */
interface Ids {
  readonly user: string;
  readonly group: string;
  readonly app: string;
  readonly session: string;
}

const bookmark = (label: string) => ({
  name: 'bookmark',
  label,
  signOnMode: 'BOOKMARK',
  settings: { app: { requestIntegration: false, url: 'https://example.com' } },
});
const password = (text: string) => OktaAPI.Helpers.constructPassword(text);
const question = (answer: string) => OktaAPI.Helpers.constructRecoveryQuestion('Favorite book?', answer);

/** Every function of the document with arguments that make sense, after what has to happen before. */
const calls: readonly (readonly [string, Call])[] = [
  ['users.list', ({ users }, _, done) => users.list({ q: 'ada', limit: 1 }, false, done)],
  ['users.get', ({ users }, _, done) => users.get('ada@example.com', done)],
  [
    'users.add',
    ({ users }, _, done) =>
      users.add(OktaAPI.Helpers.constructProfile('Zoe', 'Z', 'zoe@example.com'), null, false, done),
  ],
  [
    'users.update',
    ({ users }, { user }, done) =>
      users.update(user, OktaAPI.Helpers.constructProfile('Ada', 'L', 'ada@example.com'), null, done),
  ],
  [
    'users.updatePartial',
    ({ users }, { user }, done) => users.updatePartial(user, { nickName: 'Countess' }, null, done),
  ],
  ['users.getApps', ({ users }, { user }, done) => users.getApps(user, done)],
  ['users.getGroups', ({ users }, { user }, done) => users.getGroups(user, done)],
  [
    'users.activate',
    async ({ users }, _, done) => {
      const profile = OktaAPI.Helpers.constructProfile('Yan', 'Y', 'yan@example.com');
      const { id } = value(await users.add<{ id: string }>(profile, null, false));
      return users.activate(id, false, done);
    },
  ],
  ['users.deactivate', ({ users }, { user }, done) => users.deactivate(user, done)],
  [
    'users.unlock',
    async ({ users, sessions }, { user }, done) => {
      for (let attempt = 0; attempt < 12; attempt++) await sessions.create('ada@example.com', 'wrong', null);
      return users.unlock(user, done);
    },
  ],
  ['users.resetPassword', ({ users }, { user }, done) => users.resetPassword(user, false, done)],
  ['users.expirePassword', ({ users }, { user }, done) => users.expirePassword(user, true, done)],
  ['users.resetFactors', ({ users }, { user }, done) => users.resetFactors(user, done)],
  ['users.forgotPasswordToken', ({ users }, { user }, done) => users.forgotPasswordToken(user, false, done)],
  [
    'users.forgotPasswordRecovery',
    ({ users }, { user }, done) =>
      users.forgotPasswordRecovery(user, password('0therPass!2'), { answer: 'Deep Six' }, done),
  ],
  [
    'users.changePassword',
    ({ users }, { user }, done) => users.changePassword(user, password('Sup3rPass!1'), password('0therPass!2'), done),
  ],
  [
    'users.changeRecoveryQuestion',
    ({ users }, { user }, done) => users.changeRecoveryQuestion(user, password('Sup3rPass!1'), question('Emma'), done),
  ],
  ['groups.add', ({ groups }, _, done) => groups.add(OktaAPI.Helpers.constructGroup('Writers', 'They write'), done)],
  ['groups.get', ({ groups }, { group }, done) => groups.get(group, done)],
  ['groups.list', ({ groups }, _, done) => groups.list({ q: 'Readers' }, true, done)],
  ['groups.update', ({ groups }, { group }, done) => groups.update(group, { name: 'Lectors' }, done)],
  ['groups.delete', ({ groups }, { group }, done) => groups.delete(group, done)],
  ['groups.getUsers', ({ groups }, { group }, done) => groups.getUsers(group, { limit: 5 }, true, done)],
  ['groups.addUser', ({ groups }, { group, user }, done) => groups.addUser(group, user, done)],
  [
    'groups.removeUser',
    async ({ groups }, { group, user }, done) => {
      await groups.addUser(group, user);
      return groups.removeUser(group, user, done);
    },
  ],
  ['groups.getApps', ({ groups }, { group }, done) => groups.getApps(group, {}, true, done)],
  ['sessions.create', ({ sessions }, _, done) => sessions.create('ada@example.com', 'Sup3rPass!1', null, done)],
  ['sessions.validate', ({ sessions }, { session }, done) => sessions.validate(session, done)],
  ['sessions.extend', ({ sessions }, { session }, done) => sessions.extend(session, done)],
  ['sessions.close', ({ sessions }, { session }, done) => sessions.close(session, done)],
  ['apps.add', ({ apps }, _, done) => apps.add(bookmark('Another'), done)],
  ['apps.get', ({ apps }, { app }, done) => apps.get(app, done)],
  ['apps.list', ({ apps }, _, done) => apps.list({ limit: 20 }, done)],
  ['apps.update', ({ apps }, { app }, done) => apps.update(app, bookmark('Renamed'), done)],
  [
    'apps.delete',
    async ({ apps }, { app }, done) => {
      await apps.deactivate(app);
      return apps.delete(app, done);
    },
  ],
  [
    'apps.activate',
    async ({ apps }, { app }, done) => {
      await apps.deactivate(app);
      return apps.activate(app, done);
    },
  ],
  ['apps.deactivate', ({ apps }, { app }, done) => apps.deactivate(app, done)],
  ['apps.assignUser', ({ apps }, { app, user }, done) => apps.assignUser(app, { id: user, scope: 'USER' }, done)],
  ['apps.getAssignedUser', assigned(({ apps }, { app, user }, done) => apps.getAssignedUser(app, user, done))],
  ['apps.listUsersAssigned', assigned(({ apps }, { app }, done) => apps.listUsersAssigned(app, done))],
  [
    'apps.updateAppCredsForUser',
    assigned(({ apps }, { app, user }, done) =>
      apps.updateAppCredsForUser(app, user, { credentials: { userName: 'ada.l' } }, done),
    ),
  ],
  [
    'apps.updateAppProfileForUser',
    assigned(({ apps }, { app, user }, done) => apps.updateAppProfileForUser(app, user, { profile: {} }, done)),
  ],
  ['apps.removeUser', assigned(({ apps }, { app, user }, done) => apps.removeUser(app, user, done))],
  ['apps.assignGroup', ({ apps }, { app, group }, done) => apps.assignGroup(app, group, { priority: 0 }, done)],
  ['apps.getAssignedGroup', assigned(({ apps }, { app, group }, done) => apps.getAssignedGroup(app, group, done))],
  ['apps.listGroupsAssigned', assigned(({ apps }, { app }, done) => apps.listGroupsAssigned(app, {}, done))],
  ['apps.removeGroup', assigned(({ apps }, { app, group }, done) => apps.removeGroup(app, group, done))],
  ['events.list', ({ events }, _, done) => events.list({ limit: 100 }, true, done)],
];

/** What each function sends last, below `/api/v1`; of the events, without the query. */
const SENT: Readonly<Record<string, string>> = {
  'users.list': 'GET /users?q=ada&limit=1',
  'users.get': 'GET /users/ada%40example.com',
  'users.add': 'POST /users?activate=false',
  'users.update': 'PUT /users/{user}',
  'users.updatePartial': 'POST /users/{user}',
  'users.getApps': 'GET /users/{user}/appLinks',
  'users.getGroups': 'GET /users/{user}/groups',
  'users.activate': 'POST /users/{other}/lifecycle/activate?sendEmail=false',
  'users.deactivate': 'POST /users/{user}/lifecycle/deactivate',
  'users.unlock': 'POST /users/{user}/lifecycle/unlock',
  'users.resetPassword': 'POST /users/{user}/lifecycle/reset_password?sendEmail=false',
  'users.expirePassword': 'POST /users/{user}/lifecycle/expire_password_with_temp_password',
  'users.resetFactors': 'POST /users/{user}/lifecycle/reset_factors',
  'users.forgotPasswordToken': 'POST /users/{user}/credentials/forgot_password?sendEmail=false',
  'users.forgotPasswordRecovery': 'POST /users/{user}/credentials/forgot_password_recovery_question',
  'users.changePassword': 'POST /users/{user}/credentials/change_password',
  'users.changeRecoveryQuestion': 'POST /users/{user}/credentials/change_recovery_question',
  'groups.add': 'POST /groups',
  'groups.get': 'GET /groups/{group}',
  'groups.list': 'GET /groups?q=Readers',
  'groups.update': 'PUT /groups/{group}',
  'groups.delete': 'DELETE /groups/{group}',
  'groups.getUsers': 'GET /groups/{group}/users?limit=5',
  'groups.addUser': 'PUT /groups/{group}/users/{user}',
  'groups.removeUser': 'DELETE /groups/{group}/users/{user}',
  'groups.getApps': 'GET /groups/{group}/apps',
  'sessions.create': 'POST /sessions',
  'sessions.validate': 'GET /sessions/{session}',
  'sessions.extend': 'POST /sessions/{session}/lifecycle/refresh',
  'sessions.close': 'DELETE /sessions/{session}',
  'apps.add': 'POST /apps',
  'apps.get': 'GET /apps/{app}',
  'apps.list': 'GET /apps?limit=20',
  'apps.update': 'PUT /apps/{app}',
  'apps.delete': 'DELETE /apps/{app}',
  'apps.activate': 'POST /apps/{app}/lifecycle/activate',
  'apps.deactivate': 'POST /apps/{app}/lifecycle/deactivate',
  'apps.assignUser': 'POST /apps/{app}/users',
  'apps.getAssignedUser': 'GET /apps/{app}/users/{user}',
  'apps.listUsersAssigned': 'GET /apps/{app}/users',
  'apps.updateAppCredsForUser': 'POST /apps/{app}/users/{user}',
  'apps.updateAppProfileForUser': 'POST /apps/{app}/users/{user}',
  'apps.removeUser': 'DELETE /apps/{app}/users/{user}',
  'apps.assignGroup': 'PUT /apps/{app}/groups/{group}',
  'apps.getAssignedGroup': 'GET /apps/{app}/groups/{group}',
  'apps.listGroupsAssigned': 'GET /apps/{app}/groups',
  'apps.removeGroup': 'DELETE /apps/{app}/groups/{group}',
  'events.list': 'GET /logs',
};

/** What comes back without content. */
const SILENT = new Set([
  'groups.delete',
  'groups.addUser',
  'groups.removeUser',
  'sessions.close',
  'apps.delete',
  'apps.removeUser',
  'apps.removeGroup',
]);

/** Calls a function when the app has a user and a group. */
function assigned(call: Call): Call {
  return async (okta, ids, callback) => {
    value(await okta.apps.assignUser(ids.app, { id: ids.user, scope: 'USER' }));
    value(await okta.apps.assignGroup(ids.app, ids.group));
    return call(okta, ids, callback);
  };
}

async function prepare(okta: OktaAPI): Promise<Ids> {
  const [user = ''] = await addPeople(okta, ['ada']);
  const group = value(await okta.groups.add<{ id: string }>({ name: 'Readers' })).id;
  const app = value(await okta.apps.add<{ id: string }>(bookmark('Mark'))).id;
  const session = value(await okta.sessions.create<{ id: string }>('ada@example.com', 'Sup3rPass!1')).id;
  return { user, group, app, session };
}

it('there are all 48 functions of the document', () => {
  expect(calls).toHaveLength(48);
});

/** An `OktaAPI` that tells what it sends, with names in place of ids. */
function recorded(emulator: Emulator, ids: Ids) {
  const sent: string[] = [];
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, `{${name}}`]));
  const fetch: Emulator['fetch'] = (input, init) => {
    const { pathname, search } = new URL(String(input));
    const path = pathname
      .replace('/api/v1', '')
      .replace(/(?<=\/)\w{20,}/g, (id) => names.get(id) ?? (id.startsWith('00u') ? '{other}' : id));
    sent.push(`${init?.method} ${path}${pathname.endsWith('/logs') ? '' : search}`);
    return emulator.fetch(input, init);
  };
  const okta = new OktaAPI(emulator.token, 'acme', false, { fetch });
  return { okta, sent };
}

it.each(calls)('%s sends what it is for, and tells its callback and its promise of success', async (name, call) => {
  const { okta: maker, emulator } = legacy();
  const ids = await prepare(maker);
  const { okta, sent } = recorded(emulator, ids);
  const told: Told[] = [];
  const promised = await call(okta, ids, (result) => told.push(result));
  expect(sent.at(-1)).toBe(SENT[name]);
  expect(told.at(-1)).toBe(promised);
  expect(promised).toMatchObject({ success: true });
  if (SILENT.has(name)) expect(promised).toEqual({ success: true, paged: false });
  else expect(promised.resp).toEqual(expect.any(Object));
  expect(JSON.parse(JSON.stringify(promised.resp ?? null))).toEqual(promised.resp ?? null);
});
