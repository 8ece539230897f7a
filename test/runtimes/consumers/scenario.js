/**
 * What every consumer does: reads a user, lists with paging, signs in with a private key, meets an error.
 *
 * @param sdk - what the consumer imported
 * @param org - address of the org, and how to get in
 * @returns what came of it
 */
export async function scenario({ createConfiguration, OktaApiError, UserApi }, org) {
  const { orgUrl, token, clientId, privateKey } = org;
  const users = new UserApi(createConfiguration({ orgUrl, token }));
  const robots = new UserApi(
    createConfiguration({ orgUrl, clientId, privateKey, scopes: ['okta.users.read'], authorizationMode: 'PrivateKey' }),
  );
  const ada = await users.getUser({ userId: 'ada@example.com' });
  const logins = [];
  for await (const { profile } of users.listUsers({ limit: 2 })) logins.push(profile.login);
  const asRobot = await robots.getUser({ userId: 'ada@example.com' });
  const error = await users.getUser({ userId: 'nobody@example.com' }).catch((reason) => reason);
  return {
    name: ada.profile.displayName,
    hasDates: ada.created instanceof Date,
    logins: logins.sort(),
    robot: asRobot.id === ada.id,
    error: [error instanceof OktaApiError, error.name, error.status, error.errorCode],
  };
}
