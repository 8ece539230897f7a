import * as okta from '@okta/okta-sdk-nodejs';
import { Client, filterExpression, type okta as same, type UserProfile } from '@okta/okta-sdk-nodejs';
import { createEmulator } from '@okta/okta-sdk-nodejs/emulator';

declare module '@okta/okta-sdk-nodejs' {
  interface UserProfile {
    shoeSize?: number;
  }
}

const client = new Client({ orgUrl: 'https://acme.okta.com', token: 't', fetch: createEmulator().fetch });

export async function program(profile: UserProfile): Promise<string> {
  const user = await client.userApi.getUser({ userId: 'ada@example.com' });
  const size: number | undefined = user.profile.shoeSize ?? profile.shoeSize;
  const hat: string | undefined = user.profile.hat;
  for await (const app of client.applicationApi.listApplications({ limit: 10 })) {
    if (app.signOnMode === 'BOOKMARK') return app.settings.app?.url ?? '';
  }
  try {
    await client.userApi.deactivateUser({ userId: user.id });
  } catch (error) {
    if (error instanceof okta.OktaApiError && error.status === 404) return error.message;
  }
  const ids = await okta.bulk(client.userApi.listUsers(), async ({ id }, _, signal) => {
    signal.throwIfAborted();
    return id;
  });
  const created: same.UserProfile = { login: filterExpression`id eq ${ids.length}`, shoeSize: 42, hat: 'bowler' };
  return `${created.login} ${size} ${hat}`;
}
