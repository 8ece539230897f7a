import { noContent, ok } from '../answers/answer.js';
import { fail, notFound } from '../answers/fault.js';
import type { AuthorizationServer, OAuthScope } from '../authorization-servers/authorization-server.js';
import { putScope, scopeFields } from '../authorization-servers/scope-fields.js';
import { findServer, serverTarget } from '../authorization-servers/server-store.js';
import { serverPath } from '../authorization-servers/server-view.js';
import { bodyOf } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

/** Okta's word for scopes in errors about what does not exist. */
const SCOPE = 'OAuth2Scope';

const createOAuth2Scope: Handler = (call) => {
  const server = findServer(call);
  const scope = { id: call.org.ids.next('scp'), ...scopeFields(bodyOf(call)) };
  putScope(call.org, server.id, scope);
  call.record('oauth2.scope.created', [scopeTarget(scope), serverTarget(server)]);
  return { status: 201, body: scopeView(scope, server, call) };
};

const listOAuth2Scopes: Handler = (call) => {
  const server = findServer(call);
  const list = scopeList(call, server);
  if (call.query.has('limit')) return listById<OAuthScope>(call, { list: 'oauthScopes', ...list });
  return ok([...list.itemsAfter(undefined)].map(list.view));
};

function scopeList(call: Call, server: AuthorizationServer) {
  const { oauthScopes } = call.org;
  return {
    itemsAfter: (after: string | undefined) => filtered(oauthScopes.values(server.id, after), foundBy(call)),
    exists: (id: string) => oauthScopes.get(server.id, id) !== undefined,
    view: (scope: OAuthScope) => scopeView(scope, server, call),
  };
}

/** The word is in the name. */
function foundBy({ query }: Call): (scope: OAuthScope) => boolean {
  const wanted = (query.get('q') ?? '').toLowerCase();
  return ({ name }) => name.toLowerCase().includes(wanted);
}

const getOAuth2Scope: Handler = (call) => {
  const server = findServer(call);
  return ok(scopeView(findScope(call, server), server, call));
};

const replaceOAuth2Scope: Handler = (call) => {
  const server = findServer(call);
  const before = findScope(call, server);
  const scope = { id: before.id, ...scopeFields(bodyOf(call), before) };
  putScope(call.org, server.id, scope);
  call.record('oauth2.scope.updated', [scopeTarget(scope), serverTarget(server)]);
  return ok(scopeView(scope, server, call));
};

const deleteOAuth2Scope: Handler = (call) => {
  const server = findServer(call);
  const scope = findScope(call, server);
  if (scope.system) throw fail('E0000006');
  call.org.oauthScopes.delete(server.id, scope.id);
  call.record('oauth2.scope.deleted', [scopeTarget(scope), serverTarget(server)]);
  return noContent();
};

function findScope(call: Call, { id: serverId }: AuthorizationServer): OAuthScope {
  const id = pathMember(call, 'scopeId');
  const scope = call.org.oauthScopes.get(serverId, id);
  if (scope === undefined) throw notFound(id, SCOPE);
  return scope;
}

function scopeView(scope: OAuthScope, server: AuthorizationServer, { origin }: Call) {
  const allow = scope.system ? ['GET', 'PUT'] : ['GET', 'PUT', 'DELETE'];
  return {
    ...scope,
    _links: { self: { href: `${serverPath(server, origin)}/scopes/${scope.id}`, hints: { allow } } },
  };
}

function scopeTarget({ id, name }: OAuthScope) {
  return { id, type: SCOPE, alternateId: 'unknown', displayName: name };
}

/** Scopes of authorization servers. */
export const authorizationServersScopes: Handlers = {
  createOAuth2Scope,
  listOAuth2Scopes,
  getOAuth2Scope,
  replaceOAuth2Scope,
  deleteOAuth2Scope,
};
