import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid } from '../answers/fault.js';
import { bodyOf, textIn } from '../body.js';
import type { Handler, Handlers } from '../call.js';
import { findIdentityProvider } from '../idps/identity-provider-store.js';
import { findLinkedUser, linkedUserView, linkUser } from '../idps/identity-provider-user.js';
import { identityProviderView } from '../idps/identity-provider-view.js';
import { resolved } from '../org/resolved.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';
import { findUser } from '../users/user-store.js';

const listIdentityProviderApplicationUsers: Handler = (call) => {
  const { identityProviderUsers, users } = call.org;
  const { id: idpId } = findIdentityProvider(call);
  const q = call.query.get('q')?.toLowerCase() ?? '';
  const found = ({ id }: { readonly id: string }) => users.get(id)?.profile.login.toLowerCase().startsWith(q) === true;
  return listById(call, {
    list: 'identityProviderUsers',
    itemsAfter: (after) => filtered(identityProviderUsers.values(idpId, after), found),
    exists: (id) => identityProviderUsers.get(idpId, id) !== undefined,
    view: (linked) => linkedUserView(linked, idpId, call),
  });
};

const getIdentityProviderApplicationUser: Handler = (call) => {
  const { id } = findIdentityProvider(call);
  return ok(linkedUserView(findLinkedUser(call, id), id, call));
};

const linkUserToIdentityProvider: Handler = (call) => {
  const { id } = findIdentityProvider(call);
  const user = findUser(call);
  const externalId = textIn(bodyOf(call), 'externalId') ?? '';
  if (externalId === '') throw invalid('externalId', BLANK);
  return ok(linkedUserView(linkUser(call.org, id, { id: user.id, externalId }), id, call));
};

const unlinkUserFromIdentityProvider: Handler = (call) => {
  const { id } = findIdentityProvider(call);
  call.org.identityProviderUsers.delete(id, findLinkedUser(call, id).id);
  return noContent();
};

/** Tokens come with signing in, which nobody does here. */
const listSocialAuthTokens: Handler = (call) => {
  findLinkedUser(call, findIdentityProvider(call).id);
  return ok([]);
};

const listUserIdentityProviders: Handler = (call) => {
  const { identityProviderUsers, identityProviders } = call.org;
  const found = [...resolved(identityProviderUsers.lefts(findUser(call).id), identityProviders)];
  return ok(found.map((provider) => identityProviderView(provider, call)));
};

/** Users who sign in through identity providers. */
export const idpsUsers: Handlers = {
  listIdentityProviderApplicationUsers,
  getIdentityProviderApplicationUser,
  linkUserToIdentityProvider,
  unlinkUserFromIdentityProvider,
  listSocialAuthTokens,
  listUserIdentityProviders,
};
