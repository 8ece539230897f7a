import { ok } from '../answers/answer.js';
import type { Handler } from '../call.js';
import { type Issuer, issuerOf } from '../oauth/issuer.js';
import { oauthMetadata, openidMetadata } from '../oauth/metadata.js';
import { refuse } from '../oauth/oauth-error.js';
import { madeKey, publicKey, signingKeys } from '../oauth/signing-keys.js';
import type { Org } from '../org/org.js';
import type { ExtraRoute, ExtraRoutes } from '../routing/extra-route.js';
import { authorize } from './oauth-authorize.js';
import { introspectToken, revokeToken } from './oauth-inspect.js';
import { issueToken } from './oauth-token.js';
import { userInfo } from './oauth-userinfo.js';

/** Keys that a token may be signed with that is valid now; the next one is published when its turn comes. */
const publishKeys: Handler = (call) => {
  const { id } = issuerOf(call);
  const keys = signingKeys(call.org, id).filter(({ status }) => status !== 'NEXT');
  return ok({ keys: keys.map((key) => publicKey(madeKey(call.org, id, key))) });
};

function describing(describe: (org: Org, issuer: Issuer) => unknown): Handler {
  return (call) => ok(describe(call.org, issuerOf(call)));
}

/** There are no pages. */
const refusePage: Handler = ({ uri }) => {
  throw refuse('server_error', `The emulator shows no pages to users, so it does not answer ${uri}.`);
};

const endpoints: Readonly<Record<string, Pick<ExtraRoute, 'body' | 'handler'> & { readonly verb: 'GET' | 'POST' }>> = {
  token: { verb: 'POST', body: 'text', handler: issueToken },
  introspect: { verb: 'POST', body: 'text', handler: introspectToken },
  revoke: { verb: 'POST', body: 'text', handler: revokeToken },
  keys: { verb: 'GET', handler: publishKeys },
  authorize: { verb: 'GET', handler: authorize },
  userinfo: { verb: 'GET', handler: userInfo },
  logout: { verb: 'GET', handler: refusePage },
  par: { verb: 'POST', body: 'text', handler: refusePage },
  'device/authorize': { verb: 'POST', body: 'text', handler: refusePage },
};

const documents: Readonly<Record<string, Handler>> = {
  'oauth-authorization-server': describing(oauthMetadata),
  'openid-configuration': describing(openidMetadata),
};

/** The same endpoints for the org's own authorization server and for every other. */
const prefixes = [
  { name: 'org', path: '/oauth2', wellKnown: '' },
  { name: 'custom', path: '/oauth2/{authServerId}', wellKnown: '/oauth2/{authServerId}' },
] as const;

/** What authorization servers answer to clients. */
export const oauthRoutes: ExtraRoutes = Object.fromEntries(
  prefixes.flatMap(({ name, path, wellKnown }) => [
    ...Object.entries(endpoints).map(([endpoint, { verb, ...route }]): [string, ExtraRoute] => [
      `oauth ${name} ${endpoint}`,
      { call: `${verb} ${path}/v1/${endpoint}`, ...route },
    ]),
    ...Object.entries(documents).map(([document, handler]): [string, ExtraRoute] => [
      `oauth ${name} ${document}`,
      { call: `GET ${wellKnown}/.well-known/${document}`, handler },
    ]),
  ]),
);
