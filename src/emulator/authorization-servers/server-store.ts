import { notFound } from '../answers/fault.js';
import { type Call, pathMember } from '../call.js';
import type { Target } from '../log/log-event.js';
import { dropRefreshTokens } from '../oauth/refresh-token.js';
import type { Org } from '../org/org.js';
import { AUTHORIZATION_SERVER, type AuthorizationServer, DEFAULT } from './authorization-server.js';

/**
 * Finds the authorization server that a request names by its id, or by the word `default`.
 *
 * @param call - the request
 * @param member - placeholder of the path that names the server
 * @returns the server
 * @throws Fault `E0000007` if there is none
 */
export function findServer(call: Call, member = 'authServerId'): AuthorizationServer {
  const name = pathMember(call, member);
  const server = serverNamed(call.org, name);
  if (server === undefined) throw notFound(name, AUTHORIZATION_SERVER);
  return server;
}

/**
 * @param org - where to look
 * @param name - id, or `default`
 * @returns the server, `undefined` if there is none
 */
export function serverNamed({ authorizationServers }: Org, name: string): AuthorizationServer | undefined {
  if (name !== DEFAULT) return authorizationServers.get(name);
  for (const server of authorizationServers.values()) if (server.isDefault) return server;
  return undefined;
}

/**
 * @param server - a server
 * @returns what stands for it in addresses
 */
export function segmentOf({ id, isDefault }: AuthorizationServer): string {
  return isDefault ? DEFAULT : id;
}

/**
 * @param server - what an event is about
 * @returns the target
 */
export function serverTarget({ id, name }: AuthorizationServer): Target {
  return { id, type: 'AuthorizationServer', alternateId: 'unknown', displayName: name };
}

/**
 * Forgets a server and all that belongs to it.
 *
 * @param org - where from
 * @param server - what goes
 */
export function dropServer(org: Org, { id }: AuthorizationServer): void {
  for (const policyId of [...org.accessPolicies.rights(id)]) dropPolicy(org, id, policyId);
  for (const related of [
    org.oauthScopes,
    org.oauthClaims,
    org.signingKeys,
    org.resourceServerKeys,
    org.trustedServers,
  ]) {
    for (const other of [...related.rights(id)]) related.delete(id, other);
  }
  for (const other of [...org.trustedServers.lefts(id)]) org.trustedServers.delete(other, id);
  dropRefreshTokens(org, ({ serverId }) => serverId === id);
  org.authorizationServers.delete(id);
}

/**
 * Forgets a policy and its rules.
 *
 * @param org - where from
 * @param serverId - whose policy
 * @param policyId - what goes
 */
export function dropPolicy(org: Org, serverId: string, policyId: string): void {
  for (const ruleId of [...org.accessRules.rights(policyId)]) org.accessRules.delete(policyId, ruleId);
  org.accessPolicies.delete(serverId, policyId);
}
