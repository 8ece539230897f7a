// The SDK at work, against an Okta org that runs inside this process: no account, no network, nothing to clean up.
import * as okta from '@okta/okta-sdk-nodejs';
import { createEmulator } from '@okta/okta-sdk-nodejs/emulator';

const PEOPLE = [
  'Ada Lovelace',
  'Grace Hopper',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Tony Hoare',
  'Frances Allen',
  'Niklaus Wirth',
];

const step = (text) => console.log(`\n\u25b8 ${text}`);
const say = (text) => console.log(`    ${text}`);

const emulator = createEmulator();
const { url } = await emulator.listen();
step(`An Okta org listens on ${url}`);

const client = new okta.Client({ orgUrl: url, token: emulator.token });

step('Create seven people, each active at once');
const users = [];
for (const name of PEOPLE) {
  const [firstName, lastName] = name.split(' ');
  const login = `${firstName}.${lastName}@example.com`.toLowerCase();
  const user = await client.userApi.createUser({
    body: {
      profile: { firstName, lastName, email: login, login },
      credentials: { password: { value: 'Correct-Horse-9' } },
    },
  });
  users.push(user);
  say(`${user.id}  ${user.status}  ${login}`);
}

step('Create two groups and put people into them');
const [pioneers, everyoneElse] = await Promise.all(
  ['Pioneers', 'Everyone else'].map((name) => client.groupApi.createGroup({ group: { profile: { name } } })),
);
for (const [index, user] of users.entries()) {
  const group = index < 4 ? pioneers : everyoneElse;
  await client.groupApi.assignUserToGroup({ groupId: group.id, userId: user.id });
}
say(`${pioneers.profile.name}: ${pioneers.id}`);
say(`${everyoneElse.profile.name}: ${everyoneElse.id}`);

step('Create a bookmark app, assign it to one group and to one person');
const app = await client.applicationApi.createApplication({
  application: {
    name: 'bookmark',
    label: 'Intranet',
    signOnMode: 'BOOKMARK',
    settings: { app: { url: 'https://intranet.example.com', requestIntegration: false } },
  },
});
await client.applicationApi.assignGroupToApplication({ appId: app.id, groupId: pioneers.id });
await client.applicationApi.assignUserToApplication({ appId: app.id, appUser: { id: users[6].id, scope: 'USER' } });
say(`${app.id}  ${app.status}  ${app.label}`);

step('Who may open it? Two assignments a page, page after page');
const names = new Map(users.map(({ id, profile }) => [id, `${profile.firstName} ${profile.lastName}`]));
for await (const assignment of client.applicationApi.listApplicationUsers({ appId: app.id, limit: 2 })) {
  say(`${names.get(assignment.id)?.padEnd(16)} by ${assignment.scope === 'GROUP' ? 'group' : 'direct assignment'}`);
}

step('Search the people whose last name begins with H or L');
const search = 'profile.lastName sw "H" or profile.lastName sw "L"';
for await (const user of client.userApi.listUsers({ search, sortBy: 'profile.lastName', limit: 2 })) {
  say(`${user.profile.lastName}, ${user.profile.firstName}`);
}

step('A leaver: deactivate, then delete; afterwards the account is gone');
const leaver = users[4];
await client.userApi.deactivateUser({ userId: leaver.id });
await client.userApi.deleteUser({ userId: leaver.id });
try {
  await client.userApi.getUser({ userId: leaver.id });
} catch (error) {
  if (!(error instanceof okta.OktaApiError)) throw error;
  say(`${error.name}: ${error.message}`);
}

step('What the System Log kept of all this');
const counts = new Map();
for await (const event of client.systemLogApi.listLogEvents({ limit: 10 })) {
  counts.set(event.eventType, (counts.get(event.eventType) ?? 0) + 1);
}
for (const [eventType, count] of [...counts].sort()) say(`${String(count).padStart(3)}  ${eventType}`);

await emulator.close();
console.log('\nDone. The same code talks to your org: new okta.Client({ orgUrl, token }).');
