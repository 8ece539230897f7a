import { notFound } from '../answers/fault.js';
import { AUTHORIZATION_SERVER, type AuthorizationServer } from '../authorization-servers/authorization-server.js';
import { segmentOf, serverNamed } from '../authorization-servers/server-store.js';
import type { Call } from '../call.js';
import { ORG_SERVER } from './signing-keys.js';

/** An authorization server as clients see it. */
export interface Issuer {
  /** Id of the server; of the org's own, `org`. */
  readonly id: string;
  /** The `iss` of its tokens. */
  readonly url: string;
  /** What the addresses of its endpoints start with. */
  readonly endpoints: string;
  /** Left out for the org's own. */
  readonly server?: AuthorizationServer;
}

/**
 * Finds the authorization server that an OAuth endpoint belongs to.
 *
 * @param call - the request
 * @returns the server
 * @throws Fault `E0000007` if there is none, or it is not active
 */
export function issuerOf({ org, origin, path }: Call): Issuer {
  const name = path['authServerId'];
  if (name === undefined) return { id: ORG_SERVER, url: origin, endpoints: `${origin}/oauth2/v1` };
  const server = serverNamed(org, name);
  if (server?.status !== 'ACTIVE') throw notFound(name, AUTHORIZATION_SERVER);
  const url = issuerUrl(server, origin);
  return { id: server.id, url, endpoints: `${url}/v1`, server };
}

/**
 * @param server - a server
 * @param origin - scheme, host and port of the org
 * @returns the `iss` of its tokens
 */
export function issuerUrl(server: AuthorizationServer, origin: string): string {
  return `${origin}/oauth2/${segmentOf(server)}`;
}
