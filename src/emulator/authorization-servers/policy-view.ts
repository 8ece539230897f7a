import type { Call } from '../call.js';
import type { Ranked } from '../policies/ranked.js';
import type { AccessPolicy, AccessRule, AuthorizationServer } from './authorization-server.js';
import { serverPath } from './server-view.js';

/**
 * A policy of an authorization server as it is answered.
 *
 * @param policy - the policy
 * @param server - whose it is
 * @param call - the request, for the origin of links
 * @returns the JSON
 */
export function policyView(policy: AccessPolicy, server: AuthorizationServer, { origin }: Call) {
  const { id, status, name, description, priority, system, clients, created, lastUpdated } = policy;
  const self = `${serverPath(server, origin)}/policies/${id}`;
  return {
    type: 'OAUTH_AUTHORIZATION_POLICY',
    id,
    status,
    name,
    ...(description !== '' && { description }),
    priority,
    system,
    conditions: { clients: { include: clients } },
    created,
    lastUpdated,
    _links: { ...linksOf(policy, self), rules: { href: `${self}/rules`, hints: { allow: ['GET', 'POST'] } } },
  };
}

/**
 * A rule of such a policy as it is answered.
 *
 * @param rule - the rule
 * @param policyHref - address of its policy
 * @returns the JSON
 */
export function ruleView(rule: AccessRule, policyHref: string) {
  const { id, status, name, priority, system, created, lastUpdated, conditions, actions } = rule;
  return {
    type: 'RESOURCE_ACCESS',
    id,
    status,
    name,
    priority,
    created,
    lastUpdated,
    system,
    conditions,
    actions,
    _links: linksOf(rule, `${policyHref}/rules/${id}`),
  };
}

function linksOf({ status }: Ranked, self: string) {
  const move = status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    self: { href: self, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
    [move]: { href: `${self}/lifecycle/${move}`, hints: { allow: ['POST'] } },
  };
}
