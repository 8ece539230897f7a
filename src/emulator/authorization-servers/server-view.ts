import type { Call } from '../call.js';
import { issuerUrl } from '../oauth/issuer.js';
import { activeKey } from '../oauth/signing-keys.js';
import type { AuthorizationServer } from './authorization-server.js';
import { segmentOf } from './server-store.js';

/**
 * An authorization server as it is answered.
 *
 * @param server - the server
 * @param call - the request, for its org and the origin of links
 * @returns the JSON
 */
export function serverView(server: AuthorizationServer, { org, origin }: Call) {
  const { id, name, description, audiences, issuerMode, status, created, lastUpdated, encryption } = server;
  const { rotationMode, lastRotated, nextRotation } = server;
  const { kid } = activeKey(org, id);
  return {
    id,
    name,
    description,
    audiences,
    issuer: issuerUrl(server, origin),
    issuerMode,
    status,
    created,
    lastUpdated,
    credentials: { signing: { rotationMode, lastRotated, nextRotation, kid, use: 'sig' } },
    ...encryption,
    _links: serverLinks(server, origin),
  };
}

/**
 * @param server - a server
 * @param origin - scheme, host and port of the org
 * @returns where the management API answers for it
 */
export function serverPath(server: AuthorizationServer, origin: string): string {
  return `${origin}/api/v1/authorizationServers/${segmentOf(server)}`;
}

function allowing(href: string, ...allow: readonly string[]) {
  return { href, hints: { allow } };
}

function serverLinks(server: AuthorizationServer, origin: string) {
  const self = serverPath(server, origin);
  const move = server.status === 'ACTIVE' ? 'deactivate' : 'activate';
  const wellKnown = `${issuerUrl(server, origin)}/.well-known`;
  return {
    rotateKey: allowing(`${self}/credentials/lifecycle/keyRotate`, 'POST'),
    metadata: [
      { name: 'oauth-authorization-server', ...allowing(`${wellKnown}/oauth-authorization-server`, 'GET') },
      { name: 'openid-configuration', ...allowing(`${wellKnown}/openid-configuration`, 'GET') },
    ],
    keys: allowing(`${self}/credentials/keys`, 'GET'),
    claims: allowing(`${self}/claims`, 'GET', 'POST'),
    policies: allowing(`${self}/policies`, 'GET', 'POST'),
    self: allowing(self, 'GET', 'DELETE', 'PUT'),
    scopes: allowing(`${self}/scopes`, 'GET', 'POST'),
    [move]: allowing(`${self}/lifecycle/${move}`, 'POST'),
  };
}
