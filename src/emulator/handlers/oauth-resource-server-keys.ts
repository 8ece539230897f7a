import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid, notFound, TAKEN } from '../answers/fault.js';
import type { AuthorizationServer, ResourceServerKey } from '../authorization-servers/authorization-server.js';
import { findServer } from '../authorization-servers/server-store.js';
import { serverPath } from '../authorization-servers/server-view.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { nowIn } from '../org/org.js';

const listOAuth2ResourceServerJsonWebKeys: Handler = (call) => {
  const server = findServer(call);
  return ok([...call.org.resourceServerKeys.values(server.id)].map((key) => keyView(call, server, key)));
};

const addOAuth2ResourceServerJsonWebKey: Handler = (call) => {
  const server = findServer(call);
  const body = bodyOf(call);
  const kid = textIn(body, 'kid') ?? null;
  const others = [...call.org.resourceServerKeys.values(server.id)];
  if (body['status'] === 'ACTIVE') throw invalid('status', 'A key can only be added as INACTIVE');
  if (others.some((key) => key.kid === null)) throw invalid('kid', 'The existing key has no kid');
  if (others.some((key) => key.kid === kid)) throw invalid('kid', TAKEN);
  const now = nowIn(call.org);
  const times = { created: now, lastUpdated: now };
  const key: ResourceServerKey = {
    id: call.org.ids.next('pks'),
    kid,
    kty: textIn(body, 'kty') ?? 'RSA',
    use: textIn(body, 'use') ?? 'enc',
    e: required(body, 'e'),
    n: required(body, 'n'),
    status: 'INACTIVE',
    ...times,
  };
  return { status: 201, body: put(call, server, key) };
};

function required(body: JsonObject, name: string): string {
  const value = textIn(body, name) ?? '';
  if (value === '') throw invalid(name, BLANK);
  return value;
}

const getOAuth2ResourceServerJsonWebKey: Handler = (call) => {
  const server = findServer(call);
  return ok(keyView(call, server, findKey(call, server)));
};

const deleteOAuth2ResourceServerJsonWebKey: Handler = (call) => {
  const server = findServer(call);
  const key = findKey(call, server);
  if (key.status === 'ACTIVE') throw invalid('status', 'An active key cannot be deleted');
  call.org.resourceServerKeys.delete(server.id, key.id);
  return noContent();
};

/** Only one key is active at a time. */
const activateOAuth2ResourceServerJsonWebKey: Handler = (call) => {
  const server = findServer(call);
  const key = findKey(call, server);
  for (const other of [...call.org.resourceServerKeys.values(server.id)])
    put(call, server, moved(call, other, 'INACTIVE'));
  return ok(put(call, server, moved(call, key, 'ACTIVE')));
};

const deactivateOAuth2ResourceServerJsonWebKey: Handler = (call) => {
  const server = findServer(call);
  const key = findKey(call, server);
  if (server.encryption['accessTokenEncryptedResponseAlgorithm'] !== undefined) {
    throw invalid('status', 'The active key cannot be deactivated while access tokens are encrypted');
  }
  return ok(put(call, server, moved(call, key, 'INACTIVE')));
};

function moved({ org }: Call, key: ResourceServerKey, status: ResourceServerKey['status']): ResourceServerKey {
  return key.status === status ? key : { ...key, status, lastUpdated: nowIn(org) };
}

function put(call: Call, server: AuthorizationServer, key: ResourceServerKey) {
  call.org.resourceServerKeys.set(server.id, key.id, key);
  return keyView(call, server, key);
}

function findKey(call: Call, { id: serverId }: AuthorizationServer): ResourceServerKey {
  const id = pathMember(call, 'keyId');
  const key = call.org.resourceServerKeys.get(serverId, id);
  if (key === undefined) throw notFound(id, 'OAuth2ResourceServerJsonWebKey');
  return key;
}

function keyView({ origin }: Call, server: AuthorizationServer, key: ResourceServerKey) {
  const self = `${serverPath(server, origin)}/resourceservercredentials/keys/${key.id}`;
  const links = {
    activate: { href: `${self}/lifecycle/activate`, hints: { allow: ['POST'] } },
    delete: { href: self, hints: { allow: ['DELETE'] } },
  };
  const deactivate = { href: `${self}/lifecycle/deactivate`, hints: { allow: ['POST'] } };
  return { ...key, _links: key.status === 'ACTIVE' ? { deactivate } : links };
}

/** Keys that access tokens of authorization servers are encrypted with. */
export const oauthResourceServerKeys: Handlers = {
  listOAuth2ResourceServerJsonWebKeys,
  addOAuth2ResourceServerJsonWebKey,
  getOAuth2ResourceServerJsonWebKey,
  deleteOAuth2ResourceServerJsonWebKey,
  activateOAuth2ResourceServerJsonWebKey,
  deactivateOAuth2ResourceServerJsonWebKey,
};
