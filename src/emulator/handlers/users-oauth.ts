import { type Answer, noContent, ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { clientNamed } from '../oauth/client.js';
import { REFRESH_TOKEN, type RefreshToken } from '../oauth/refresh-token.js';
import { refreshTokenView } from '../oauth/refresh-token-view.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';
import { findUser } from '../users/user-store.js';

/** Okta's word for consents in errors about what does not exist. */
const GRANT = 'OAuth2ScopeConsentGrant';

/** What a client holds for a user. */
interface Held {
  /** Path of the list. */
  readonly path: string;
  readonly holds: (token: RefreshToken) => boolean;
}

function heldIn(call: Call): Held {
  const { id } = findUser(call);
  const clientId = pathMember(call, 'clientId');
  if (clientNamed(call.org, clientId) === undefined) throw notFound(clientId, 'PublicClientApp');
  const holds = (token: RefreshToken) => token.userId === id && token.clientId === clientId;
  return { path: `/api/v1/users/${id}/clients/${clientId}/tokens`, holds };
}

const listRefreshTokensForUserAndClient: Handler = (call) => {
  const { refreshTokens } = call.org;
  const { path, holds } = heldIn(call);
  return listById(call, {
    list: 'refreshTokens',
    itemsAfter: (after) => filtered(refreshTokens.values({ after }), holds),
    exists: (id) => refreshTokens.get(id) !== undefined,
    view: (token) => refreshTokenView(token, `${path}/${token.id}`, call),
  });
};

const getRefreshTokenForUserAndClient: Handler = (call) => {
  const held = heldIn(call);
  const token = tokenIn(call, held);
  return ok(refreshTokenView(token, `${held.path}/${token.id}`, call));
};

function tokenIn(call: Call, { holds }: Held): RefreshToken {
  const id = pathMember(call, 'tokenId');
  const token = call.org.refreshTokens.get(id);
  if (token === undefined || !holds(token)) throw notFound(id, REFRESH_TOKEN);
  return token;
}

const revokeTokenForUserAndClient: Handler = (call) => revoke(call, [tokenIn(call, heldIn(call))]);

const revokeTokensForUserAndClient: Handler = (call) =>
  revoke(call, [...filtered(call.org.refreshTokens.values(), heldIn(call).holds)]);

function revoke({ org, record }: Call, tokens: readonly RefreshToken[]): Answer {
  for (const { id } of tokens) {
    org.refreshTokens.delete(id);
    const target = { id, type: 'refresh_token', alternateId: 'unknown', displayName: 'Refresh Token' };
    record('app.oauth2.token.revoke', [target]);
  }
  return noContent();
}

const listUserClients: Handler = (call) => {
  const { org, origin } = call;
  const { id } = findUser(call);
  const tokens = filtered(org.refreshTokens.values(), ({ userId }) => userId === id);
  const clientIds = [...new Set([...tokens].map(({ clientId }) => clientId))];
  return ok(
    clientIds.map((clientId) => clientView(call, `${origin}/api/v1/users/${id}/clients/${clientId}`, clientId)),
  );
};

function clientView({ org, origin }: Call, address: string, clientId: string) {
  const hints = { allow: ['GET', 'DELETE'] };
  return {
    client_id: clientId,
    client_name: clientNamed(org, clientId)?.label,
    _links: {
      self: { href: `${origin}/oauth2/v1/clients/${clientId}` },
      grants: { href: `${address}/grants`, hints },
      tokens: { href: `${address}/tokens`, hints },
    },
  };
}

/** Users consent in the browser only, so there are no consents of theirs. */
const listNothing: Handler = (call) => {
  findUser(call);
  return ok([]);
};

const revokeNothing: Handler = (call) => {
  findUser(call);
  return noContent();
};

const findGrant: Handler = (call) => {
  findUser(call);
  throw notFound(pathMember(call, 'grantId'), GRANT);
};

/** What clients may do for users, and the devices of users, of which they have none. */
export const usersOauth: Handlers = {
  listRefreshTokensForUserAndClient,
  getRefreshTokenForUserAndClient,
  revokeTokenForUserAndClient,
  revokeTokensForUserAndClient,
  listUserClients,
  listUserGrants: listNothing,
  getUserGrant: findGrant,
  revokeUserGrant: findGrant,
  revokeUserGrants: revokeNothing,
  listGrantsForUserAndClient: listNothing,
  revokeGrantsForUserAndClient: revokeNothing,
  listUserDevices: listNothing,
};
