/**
 * Not run, only compiled (`npm run types`): each line is something a user writes, or, behind `@ts-expect-error`, must
 * be kept from writing.
 */
import * as okta from '../../src/index.js';

declare module '../../generated/management/models/UserProfile.js' {
  interface UserProfile {
    shoeSize?: number;
  }
}

const client = new okta.Client({ orgUrl: 'https://acme.okta.com', token: 't' });

export function settingsMayComeFromWhereTheyMayBeMissing(): okta.Client {
  const { ORG: orgUrl, TOKEN: token, TIMEOUT: seconds } = process.env;
  return new okta.Client({ orgUrl, token, requestTimeout: seconds === undefined ? undefined : Number(seconds) });
}

export async function whatIsReadIsThere(): Promise<string[]> {
  const user = await client.userApi.getUser({ userId: 'u' });
  const app = await client.applicationApi.getApplication({ appId: 'a' });
  const [policy] = await (await client.policyApi.listPolicies({ type: 'PASSWORD' })).toArray();
  const year: number = user.created.getUTCFullYear();
  return [user.id, app.id, app.status, user.status, policy?.id ?? '', String(year)];
}

export async function whatIsWrittenNeedsNoReadOnlyMember(): Promise<void> {
  const application: okta.BookmarkApplication = {
    signOnMode: 'BOOKMARK',
    name: 'bookmark',
    label: 'Intranet',
    settings: { app: { url: 'https://example.com', requestIntegration: false } },
  };
  const created = await client.applicationApi.createApplication({ application });
  await client.applicationApi.replaceApplication({ appId: created.id, application: created });
  const annotated: okta.Application = created;
  await client.applicationApi.replaceApplication({ appId: created.id, application: annotated });
  await client.userApi.createUser({ body: { profile: { login: 'a@example.com', shoeSize: 42 } } });
  // @ts-expect-error a bookmark needs its settings
  const incomplete: okta.Application = { signOnMode: 'BOOKMARK', name: 'bookmark', label: 'x' };
  await client.applicationApi.createApplication({ application: incomplete });
  // @ts-expect-error the request member is missing
  await client.applicationApi.createApplication({});
}

export function enumsAreOpen(user: okta.User): boolean {
  const status: okta.UserStatus = 'A_STATUS_OF_TOMORROW';
  return user.status === 'ACTIVE' || user.status === status;
}

export async function nullClears(): Promise<void> {
  await client.userApi.updateUser({ userId: 'u', user: { profile: { mobilePhone: null, secondEmail: null } } });
}

export function unionsNarrow(app: okta.ApplicationResponse): string | null | undefined {
  switch (app.signOnMode) {
    case 'BOOKMARK':
      return app.settings.app?.url;
    case 'OPENID_CONNECT':
      return app.settings.oauthClient?.client_uri;
    case 'SAML_2_0':
      return app.settings?.signOn?.ssoAcsUrl;
    default:
      return app.label;
  }
}

export async function customAttributesAreKnownOrUnknown(): Promise<number> {
  const { profile } = await client.userApi.getUser({ userId: 'u' });
  const size: number | undefined = profile.shoeSize;
  const other: unknown = profile['favouriteColour'];
  return size ?? Number(other);
}

export async function listsWorkBothWays(): Promise<string[]> {
  const ids: string[] = [];
  for await (const group of client.groupApi.listGroups({ limit: 10 })) ids.push(group.id);
  const collection: okta.Collection<okta.Group> = await client.groupApi.listGroups();
  await collection.each((group) => ids.push(group.id));
  const roles = await client.customRoleApi.listRoles();
  for (const role of roles.roles ?? []) ids.push(role.id);
  for await (const role of client.customRoleApi.listRoles()) ids.push(role.id);
  return ids;
}

export async function theAnswerIsAtHand(): Promise<string> {
  const { data, response } = await client.userApi.getUser({ userId: 'u' }).withResponse();
  const remaining: string | undefined = response.headers['x-rate-limit-remaining'];
  return `${data.id} ${response.status} ${response.headers.get('date')} ${remaining}`;
}

export const bothImportsAreTheSame: typeof okta.UserApi = okta.okta.UserApi;

const request: okta.ApplicationApiActivateApplicationRequest = { appId: 'a' };
export const voidIsVoid: okta.ApiPromise<void> = client.applicationApi.activateApplication(request);

export async function whatIsReadHasTheTypeOfItsKind(): Promise<okta.User> {
  const user: okta.User = await client.userApi.getUser({ userId: 'u' });
  const event: okta.Subscription = await client.subscriptionApi.getSubscriptionsNotificationTypeUser({
    notificationType: 'OKTA_ISSUE',
    userId: user.id,
  });
  const verb: okta.HttpMethod = 'GET';
  return event.status === 'subscribed' && verb === 'GET' ? user : client.userApi.getUser({ userId: user.id });
}
