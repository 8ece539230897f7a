import { ok } from '../answers/answer.js';
import { invalid, notFound } from '../answers/fault.js';
import { rotationTimes } from '../authorization-servers/add-server.js';
import type { AuthorizationServer } from '../authorization-servers/authorization-server.js';
import { findServer, serverTarget } from '../authorization-servers/server-store.js';
import { serverPath } from '../authorization-servers/server-view.js';
import { bodyOf } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { madeKey, publicKey, rotateKeys, type SigningKey, signingKeys } from '../oauth/signing-keys.js';

const listAuthorizationServerKeys: Handler = (call) => {
  const server = findServer(call);
  return ok(signingKeys(call.org, server.id).map((key) => keyView(call, server, key)));
};

const getAuthorizationServerKey: Handler = (call) => {
  const server = findServer(call);
  const id = pathMember(call, 'keyId');
  const key = call.org.signingKeys.get(server.id, id);
  if (key === undefined) throw notFound(id, 'JsonWebKey');
  return ok(keyView(call, server, key));
};

const rotateAuthorizationServerKeys: Handler = (call) => {
  const server = findServer(call);
  if (bodyOf(call)['use'] !== 'sig') throw invalid('use', "The field must be 'sig'");
  rotateKeys(call.org, server.id);
  call.org.authorizationServers.set(server.id, { ...server, ...rotationTimes(call.org) });
  call.record('app.oauth2.as.key.rollover', [serverTarget(server)]);
  return listAuthorizationServerKeys(call);
};

function keyView({ org, origin }: Call, server: AuthorizationServer, key: SigningKey) {
  const { kty, alg, kid, use, e, n } = publicKey(madeKey(org, server.id, key));
  const self = `${serverPath(server, origin)}/credentials/keys/${kid}`;
  return { status: key.status, alg, e, n, kid, kty, use, _links: { self: { href: self, hints: { allow: ['GET'] } } } };
}

/** Keys that authorization servers sign with. */
export const authorizationServersKeys: Handlers = {
  listAuthorizationServerKeys,
  getAuthorizationServerKey,
  rotateAuthorizationServerKeys,
};
