import { type Answer, noContent, ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { findApp } from '../apps/app-store.js';
import { findServer } from '../authorization-servers/server-store.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { clientIdOf, clientNamed } from '../oauth/client.js';
import { REFRESH_TOKEN, type RefreshToken } from '../oauth/refresh-token.js';
import { refreshTokenView } from '../oauth/refresh-token-view.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

/** The refresh tokens that a path leads to. */
interface Held {
  /** Path of their list. */
  readonly path: string;
  readonly holds: (token: RefreshToken) => boolean;
}

function ofApp(call: Call): Held {
  const app = findApp(call);
  const clientId = clientIdOf(app);
  return { path: `/api/v1/apps/${app.id}/tokens`, holds: (token) => token.clientId === clientId };
}

function ofServerAndClient(call: Call): Held {
  const server = findServer(call);
  const clientId = pathMember(call, 'clientId');
  if (clientNamed(call.org, clientId) === undefined) throw notFound(clientId, 'PublicClientApp');
  const path = `/api/v1/authorizationServers/${server.id}/clients/${clientId}/tokens`;
  return { path, holds: (token) => token.serverId === server.id && token.clientId === clientId };
}

function list(call: Call, { path, holds }: Held): Answer {
  const { refreshTokens } = call.org;
  return listById(call, {
    list: 'refreshTokens',
    itemsAfter: (after) => filtered(refreshTokens.values({ after }), holds),
    exists: (id) => refreshTokens.get(id) !== undefined,
    view: (token) => refreshTokenView(token, `${path}/${token.id}`, call),
  });
}

function find(call: Call, { holds }: Held): RefreshToken {
  const id = pathMember(call, 'tokenId');
  const token = call.org.refreshTokens.get(id);
  if (token === undefined || !holds(token)) throw notFound(id, REFRESH_TOKEN);
  return token;
}

function read(call: Call, held: Held): Answer {
  const token = find(call, held);
  return ok(refreshTokenView(token, `${held.path}/${token.id}`, call));
}

function revoke(call: Call, tokens: readonly RefreshToken[]): Answer {
  for (const { id } of tokens) {
    call.org.refreshTokens.delete(id);
    const target = { id, type: 'refresh_token', alternateId: 'unknown', displayName: 'Refresh Token' };
    call.record('app.oauth2.token.revoke', [target]);
  }
  return noContent();
}

function revokeAll(call: Call, { holds }: Held): Answer {
  return revoke(call, [...call.org.refreshTokens.values()].filter(holds));
}

const listOAuth2ClientsForAuthorizationServer: Handler = (call) => {
  const { id } = findServer(call);
  const tokens = [...call.org.refreshTokens.values()].filter(({ serverId }) => serverId === id);
  const clientIds = [...new Set(tokens.map(({ clientId }) => clientId))];
  return ok(clientIds.map((clientId) => clientView(call, { serverId: id, clientId })));
};

function clientView({ org, origin }: Call, { serverId, clientId }: Pick<RefreshToken, 'serverId' | 'clientId'>) {
  const client = `${origin}/oauth2/v1/clients/${clientId}`;
  const tokens = `${origin}/api/v1/authorizationServers/${serverId}/clients/${clientId}/tokens`;
  return {
    client_id: clientId,
    client_name: clientNamed(org, clientId)?.label,
    _links: { client: { href: client }, tokens: { href: tokens, hints: { allow: ['GET', 'DELETE'] } } },
  };
}

/** Refresh tokens, by app and by authorization server. Seeds bring them in; no endpoint issues them. */
export const oauthRefreshTokens: Handlers = {
  listOAuth2TokensForApplication: (call) => list(call, ofApp(call)),
  getOAuth2TokenForApplication: (call) => read(call, ofApp(call)),
  revokeOAuth2TokenForApplication: (call) => revoke(call, [find(call, ofApp(call))]),
  revokeOAuth2TokensForApplication: (call) => revokeAll(call, ofApp(call)),
  listOAuth2ClientsForAuthorizationServer,
  listRefreshTokensForAuthorizationServerAndClient: (call) => list(call, ofServerAndClient(call)),
  getRefreshTokenForAuthorizationServerAndClient: (call) => read(call, ofServerAndClient(call)),
  revokeRefreshTokenForAuthorizationServerAndClient: (call) => revoke(call, [find(call, ofServerAndClient(call))]),
  revokeRefreshTokensForAuthorizationServerAndClient: (call) => revokeAll(call, ofServerAndClient(call)),
};
