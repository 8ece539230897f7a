/**
 * What the tests beside this file are about: a leaver loses their account.
 *
 * @param client - of the Okta org
 * @param login - of the leaver
 * @returns whether there was such a user
 */
export async function offboard(client, login) {
  for await (const { id } of client.userApi.listUsers({ search: `profile.login eq "${login}"` })) {
    await client.userApi.deactivateUser({ userId: id });
    await client.userApi.deleteUser({ userId: id });
    return true;
  }
  return false;
}
