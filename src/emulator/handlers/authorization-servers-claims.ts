import { noContent, ok } from '../answers/answer.js';
import { fail, notFound } from '../answers/fault.js';
import type { AuthorizationServer, OAuthClaim } from '../authorization-servers/authorization-server.js';
import { claimFields } from '../authorization-servers/claim-fields.js';
import { findServer, serverTarget } from '../authorization-servers/server-store.js';
import { serverPath } from '../authorization-servers/server-view.js';
import { bodyOf } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';

/** Okta's word for claims in errors about what does not exist. */
const CLAIM = 'OAuth2Claim';

const createOAuth2Claim: Handler = (call) => {
  const server = findServer(call);
  const claim = { id: call.org.ids.next('ocl'), ...claimFields(bodyOf(call)) };
  call.org.oauthClaims.set(server.id, claim.id, claim);
  call.record('oauth2.claim.created', [claimTarget(claim), serverTarget(server)]);
  return { status: 201, body: claimView(claim, server, call) };
};

const listOAuth2Claims: Handler = (call) => {
  const server = findServer(call);
  return ok([...call.org.oauthClaims.values(server.id)].map((claim) => claimView(claim, server, call)));
};

const getOAuth2Claim: Handler = (call) => {
  const server = findServer(call);
  return ok(claimView(findClaim(call, server), server, call));
};

const replaceOAuth2Claim: Handler = (call) => {
  const server = findServer(call);
  const before = findClaim(call, server);
  const claim = { id: before.id, ...claimFields(bodyOf(call), before) };
  call.org.oauthClaims.set(server.id, claim.id, claim);
  call.record('oauth2.claim.updated', [claimTarget(claim), serverTarget(server)]);
  return ok(claimView(claim, server, call));
};

const deleteOAuth2Claim: Handler = (call) => {
  const server = findServer(call);
  const claim = findClaim(call, server);
  if (claim.system) throw fail('E0000006');
  call.org.oauthClaims.delete(server.id, claim.id);
  call.record('oauth2.claim.deleted', [claimTarget(claim), serverTarget(server)]);
  return noContent();
};

function findClaim(call: Call, { id: serverId }: AuthorizationServer): OAuthClaim {
  const id = pathMember(call, 'claimId');
  const claim = call.org.oauthClaims.get(serverId, id);
  if (claim === undefined) throw notFound(id, CLAIM);
  return claim;
}

function claimView({ scopes, ...claim }: OAuthClaim, server: AuthorizationServer, { origin }: Call) {
  const allow = claim.system ? ['GET', 'PUT'] : ['GET', 'PUT', 'DELETE'];
  return {
    ...claim,
    conditions: { scopes },
    _links: { self: { href: `${serverPath(server, origin)}/claims/${claim.id}`, hints: { allow } } },
  };
}

function claimTarget({ id, name }: OAuthClaim) {
  return { id, type: CLAIM, alternateId: 'unknown', displayName: name };
}

/** Claims of authorization servers. */
export const authorizationServersClaims: Handlers = {
  createOAuth2Claim,
  listOAuth2Claims,
  getOAuth2Claim,
  replaceOAuth2Claim,
  deleteOAuth2Claim,
};
