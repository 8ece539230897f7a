import { noContent, ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { AUTHORIZATION_SERVER, type AuthorizationServer } from '../authorization-servers/authorization-server.js';
import { findServer, serverNamed, serverTarget } from '../authorization-servers/server-store.js';
import { serverView } from '../authorization-servers/server-view.js';
import { bodyOf, switchIn, textsIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { resolved } from '../org/resolved.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

const createAssociatedServers: Handler = (call) => {
  const server = findServer(call);
  const trusted = textsIn(bodyOf(call), 'trusted').map((name) => existing(call, name));
  for (const { id } of trusted) call.org.trustedServers.set(server.id, id, true);
  call.record('oauth2.as.updated', [serverTarget(server), ...trusted.map(serverTarget)]);
  return ok(trusted.map((other) => serverView(other, call)));
};

function existing({ org }: Call, name: string): AuthorizationServer {
  const server = serverNamed(org, name);
  if (server === undefined) throw notFound(name, AUTHORIZATION_SERVER);
  return server;
}

/** `trusted=true`: those that this one trusts; `false`: those that trust this one. */
const listAssociatedServersByTrustedType: Handler = (call) => {
  const { org, query } = call;
  const server = findServer(call);
  const isTrusted = switchIn(call, 'trusted', true);
  const wanted = (query.get('q') ?? '').toLowerCase();
  const idsAfter = (after: string | undefined) =>
    isTrusted ? org.trustedServers.rights(server.id, after) : org.trustedServers.lefts(server.id, after);
  return listById<AuthorizationServer>(call, {
    list: 'authorizationServers',
    itemsAfter: (after) =>
      filtered(resolved(idsAfter(after), org.authorizationServers), ({ name }) => name.toLowerCase().includes(wanted)),
    exists: (id) => org.authorizationServers.get(id) !== undefined,
    view: (other) => serverView(other, call),
  });
};

const deleteAssociatedServer: Handler = (call) => {
  const server = findServer(call);
  const other = findServer(call, 'associatedServerId');
  if (!call.org.trustedServers.delete(server.id, other.id)) throw notFound(other.id, AUTHORIZATION_SERVER);
  call.record('oauth2.as.updated', [serverTarget(server), serverTarget(other)]);
  return noContent();
};

/** Authorization servers that trust each other's tokens. */
export const authorizationServersAssociated: Handlers = {
  createAssociatedServers,
  listAssociatedServersByTrustedType,
  deleteAssociatedServer,
};
