import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid, notFound } from '../answers/fault.js';
import type { App } from '../apps/app.js';
import { findApp } from '../apps/app-store.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { actorOf } from '../log/actor.js';
import { appTarget } from '../log/targets.js';
import { grantView } from '../oauth/grant-view.js';
import { addGrant, type ConsentGrant, oktaScopes } from '../oauth/grants.js';

/** Okta's word for consents in errors about what does not exist. */
const GRANT = 'OAuth2ScopeConsentGrant';

const grantConsentToScope: Handler = (call) => {
  const app = findClient(call);
  const body = bodyOf(call);
  const [issuer = '', scopeId = ''] = [textIn(body, 'issuer'), textIn(body, 'scopeId')];
  if (issuer !== call.origin) throw invalid('issuer', `The field must be the address of the org: ${call.origin}`);
  if (scopeId === '') throw invalid('scopeId', BLANK);
  if (!oktaScopes().includes(scopeId)) throw invalid('scopeId', `'${scopeId}' is not a scope of the Okta API`);
  const before = [...call.org.consentGrants.values(app.id)].find((grant) => grant.scopeId === scopeId);
  if (before) return ok(grantView(app, before, call));
  const { id, type } = actorOf(call.caller);
  const grant = addGrant(call.org, app, { scopeId, createdBy: { id, type } });
  call.record('app.oauth2.admin.consent.grant', [appTarget(app), scopeTarget(grant)]);
  return ok(grantView(app, grant, call));
};

const listScopeConsentGrants: Handler = (call) => {
  const app = findApp(call);
  return ok([...call.org.consentGrants.values(app.id)].map((grant) => grantView(app, grant, call)));
};

const getScopeConsentGrant: Handler = (call) => {
  const app = findApp(call);
  return ok(grantView(app, findGrant(call, app), call));
};

const revokeScopeConsentGrant: Handler = (call) => {
  const app = findApp(call);
  const grant = findGrant(call, app);
  call.org.consentGrants.delete(app.id, grant.id);
  call.record('app.oauth2.admin.consent.revoke', [appTarget(app), scopeTarget(grant)]);
  return noContent();
};

function findClient(call: Call): App {
  const app = findApp(call);
  if (app.signOnMode !== 'OPENID_CONNECT') throw invalid('appId', 'Only OIDC apps may be granted scopes');
  return app;
}

function findGrant(call: Call, app: App): ConsentGrant {
  const id = pathMember(call, 'grantId');
  const grant = call.org.consentGrants.get(app.id, id);
  if (grant === undefined) throw notFound(id, GRANT);
  return grant;
}

function scopeTarget({ scopeId }: ConsentGrant) {
  return { id: scopeId, type: 'OAuth2Scope', alternateId: 'unknown', displayName: scopeId };
}

/** Which scopes of Okta's own API a service app may ask for. */
export const oauthGrants: Handlers = {
  grantConsentToScope,
  listScopeConsentGrants,
  getScopeConsentGrant,
  revokeScopeConsentGrant,
};
