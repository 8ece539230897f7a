/** Not run, only compiled (`npm run types`): programs of versions 4 to 6, as their users write them. */
import * as okta from '../../src/index.js';

const client = new okta.Client({ orgUrl: 'https://acme.okta.com', token: 't' });

export async function flat(): Promise<string[]> {
  const user = await client.createUser({ profile: { login: 'ada', custom: ['x'] } }, { activate: false });
  const created: string = user.created;
  user.profile.nickName = 'rob';
  const updated = await user.update({ strict: true });
  const group = await client.createGroup({ profile: { name: 'G' } });
  await updated.addToGroup(group.id);
  const { status } = await user.deactivate({ sendEmail: false });
  const names: string[] = [created, String(status)];
  for await (const { profile } of client.listUsers({ search: 'x', limit: 2 })) names.push(profile.login ?? '');
  await user.listGroups().each((member) => names.push(member.id));
  await client.listUsers().subscribe({ next: (item) => names.push(item.id) });
  const { data } = await client.getUser('u').withResponse();
  return [...names, data.id];
}

export async function discriminated(appId: string): Promise<string | undefined> {
  const app = await client.getApplication(appId);
  await app.assignUserToApplication({ id: 'u' });
  if (app.signOnMode === 'BOOKMARK') return app.settings?.app?.url;
  const policy = await client.getPolicy('p');
  await policy.listPolicyRules().first();
  const factor = await client.getFactor('u', 'f');
  const { factorResult } = await factor.verify('u', { passCode: '1' });
  return factorResult;
}

export async function kept(user: okta.Live<okta.User, okta.LiveMethods['User']>): Promise<void> {
  await user.deactivate();
  const text: okta.Wire<okta.User> = user;
  const login: string | undefined = text.profile?.login;
  await client.updateUser('u', { profile: { login } });
}

export async function mistakes(): Promise<void> {
  // @ts-expect-error: there was no such method
  await client.fetchUser('u');
  // @ts-expect-error: removed in version 4
  await client.endAllUserSessions('u');
  // @ts-expect-error: an id is text
  await client.getUser(1);
  // @ts-expect-error: no such parameter
  await client.listUsers({ serach: 'x' }).first();
  // @ts-expect-error: no such member
  await client.createGroup({ profil: { name: 'G' } });
  // @ts-expect-error: the body comes second
  await client.updateUser({ profile: { login: 'a' } });
  // @ts-expect-error: dates are text
  (await client.getUser('u')).created?.getTime();
}
