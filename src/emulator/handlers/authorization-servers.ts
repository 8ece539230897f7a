import { type Answer, noContent, ok } from '../answers/answer.js';
import { addServer } from '../authorization-servers/add-server.js';
import type { AuthorizationServer } from '../authorization-servers/authorization-server.js';
import { serverFields } from '../authorization-servers/server-fields.js';
import { dropServer, findServer, serverTarget } from '../authorization-servers/server-store.js';
import { serverView } from '../authorization-servers/server-view.js';
import { bodyOf } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { EventType } from '../log/event-types.js';
import { nowIn } from '../org/org.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

const createAuthorizationServer: Handler = (call) => {
  const server = addServer(call.org, serverFields(bodyOf(call)));
  call.record('oauth2.as.created', [serverTarget(server)]);
  return { status: 201, body: serverView(server, call) };
};

const getAuthorizationServer: Handler = (call) => ok(serverView(findServer(call), call));

const replaceAuthorizationServer: Handler = (call) => {
  const before = findServer(call);
  const server = { ...before, ...serverFields(bodyOf(call)), lastUpdated: nowIn(call.org) };
  call.org.authorizationServers.set(server.id, server);
  call.record('oauth2.as.updated', [serverTarget(server)]);
  return ok(serverView(server, call));
};

const deleteAuthorizationServer: Handler = (call) => {
  const server = findServer(call);
  dropServer(call.org, server);
  call.record('oauth2.as.deleted', [serverTarget(server)]);
  return noContent();
};

const listAuthorizationServers: Handler = (call) => {
  const { authorizationServers } = call.org;
  return listById<AuthorizationServer>(call, {
    list: 'authorizationServers',
    itemsAfter: (after) => filtered(authorizationServers.values({ after }), foundBy(call)),
    exists: (id) => authorizationServers.get(id) !== undefined,
    view: (server) => serverView(server, call),
  });
};

/** The word is in the name or the audience. */
function foundBy({ query }: Call): (server: AuthorizationServer) => boolean {
  const wanted = (query.get('q') ?? '').toLowerCase();
  return ({ name, audiences }) => [name, ...audiences].some((text) => text.toLowerCase().includes(wanted));
}

/** Moving to the status that a server has already changes nothing. */
function move(call: Call, status: AuthorizationServer['status'], event: EventType): Answer {
  const server = findServer(call);
  if (server.status !== status) {
    call.org.authorizationServers.set(server.id, { ...server, status, lastUpdated: nowIn(call.org) });
    call.record(event, [serverTarget(server)]);
  }
  return noContent();
}

/** Authorization servers themselves. */
export const authorizationServers: Handlers = {
  createAuthorizationServer,
  getAuthorizationServer,
  replaceAuthorizationServer,
  deleteAuthorizationServer,
  listAuthorizationServers,
  activateAuthorizationServer: (call) => move(call, 'ACTIVE', 'oauth2.as.activated'),
  deactivateAuthorizationServer: (call) => move(call, 'INACTIVE', 'oauth2.as.deactivated'),
};
