import * as okta from '@okta/okta-sdk-nodejs';

const client = new okta.Client({ orgUrl: 'https://acme.okta.com', token: 't' });

export async function report(): Promise<string[]> {
  const lines: string[] = [];
  const user = await client.userApi.getUser({ userId: 'ada@example.com' });
  lines.push(user.profile?.login ?? '', user.status ?? '');
  const users = await client.userApi.listUsers({ limit: 200 });
  await users.each((each) => {
    lines.push(each?.id ?? '');
  });
  const apps = await client.applicationApi.listApplications({ limit: 10 });
  for await (const app of apps) {
    if (app?.signOnMode === 'BOOKMARK') lines.push(app.label ?? '');
  }
  await client.userApi.deactivateUser({ userId: user.id ?? '' });
  const group = await client.groupApi.getGroup({ groupId: '00g1' });
  lines.push(group.profile?.name ?? '');
  return lines;
}
