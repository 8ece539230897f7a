import type { Answer } from '../answers/answer.js';
import type { App } from '../apps/app.js';
import type { Call, Handler } from '../call.js';
import { issueCode } from '../oauth/authorization-code.js';
import { authMethodOf, clientNamed, clientSetting, mayUseGrant } from '../oauth/client.js';
import { type Issuer, issuerOf } from '../oauth/issuer.js';
import { OAuthRefusal, refuse } from '../oauth/oauth-error.js';
import { backTo, type ReturnAddress, refuseBack } from '../oauth/redirect.js';
import { scopesIn } from '../oauth/scopes.js';
import { AUTHORIZATION_CODE, userGrant } from '../oauth/user-grant.js';
import type { Session } from '../sessions/session.js';
import { cookieOf, sessionOfCookie } from '../sessions/session-cookie.js';
import { openSession } from '../sessions/session-store.js';
import { redeemSessionToken } from '../sessions/session-token.js';

const MODES = ['query', 'fragment'];
/** Source: RFC 7636, section 4.2 */
const CHALLENGE = /^[\w.~-]{43,128}$/;

/**
 * Gives a client a code for a user who has signed in: by a session token, as Okta's own libraries do, or before, by the
 * cookie of a session. There is no page to sign in with.
 *
 * @param call - the request
 * @returns a redirect to the client
 * @throws Refusal for a client or an address that must not be redirected to
 * @see https://developer.okta.com/docs/api/openapi/okta-oauth/oauth/tag/CustomAS/#tag/CustomAS/operation/authorizeCustomAS
 */
export const authorize: Handler = (call) => {
  const issuer = issuerOf(call);
  const app = clientOf(call);
  const address = addressOf(call, app);
  try {
    return answerFor(call, issuer, { app, address });
  } catch (error) {
    if (!(error instanceof OAuthRefusal)) throw error;
    const { error_description } = Object(error.answer.body);
    throw refuseBack(address, error.error, String(error_description));
  }
};

function clientOf({ org, query }: Call): App {
  const app = clientNamed(org, query.get('client_id') ?? '');
  if (app?.status === 'ACTIVE') return app;
  throw refuse('invalid_request', "The parameter 'client_id' belongs to no active client.");
}

/** Nobody is sent to an address that the client has not registered. */
function addressOf({ query }: Call, app: App): ReturnAddress {
  const uri = query.get('redirect_uri') ?? '';
  const known = clientSetting(app, 'redirect_uris');
  if (!Array.isArray(known) || !known.includes(uri)) {
    throw refuse('invalid_request', "The parameter 'redirect_uri' must be one of those in the settings of the client.");
  }
  const mode = query.get('response_mode') ?? 'query';
  return { uri, state: query.get('state') ?? undefined, mode };
}

interface Asking {
  readonly app: App;
  readonly address: ReturnAddress;
}

function answerFor(call: Call, issuer: Issuer, { app, address }: Asking): Answer {
  checkRequest(call, app, address);
  const scopes = scopesIn(call.query.get('scope'));
  const { session, headers } = signedIn(call);
  const user = call.org.users.get(session.userId);
  if (user?.status !== 'ACTIVE') throw refuse('access_denied', 'The user is not active.');
  userGrant(call.org, issuer, { app, user, scopes });
  const [nonce, challenge] = [call.query.get('nonce'), call.query.get('code_challenge')];
  const code = issueCode(call.org, {
    clientId: call.query.get('client_id') ?? '',
    userId: user.id,
    serverId: issuer.id,
    redirectUri: address.uri,
    scopes,
    authTime: Math.floor(Date.parse(session.lastPasswordVerification ?? session.createdAt) / 1000),
    amr: session.amr,
    ...(nonce !== null && { nonce }),
    ...(challenge !== null && { challenge }),
  });
  const answer = backTo(address, { code });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function checkRequest({ query }: Call, app: App, { state, mode }: ReturnAddress): void {
  if (!MODES.includes(mode)) throw refuse('invalid_request', `The emulator answers by ${MODES.join(' or ')} only.`);
  if (query.get('response_type') !== 'code') {
    throw refuse('unsupported_response_type', "The only response type that the emulator supports is 'code'.");
  }
  if (!mayUseGrant(app, AUTHORIZATION_CODE)) {
    throw refuse('unauthorized_client', `The client is not allowed to use the grant '${AUTHORIZATION_CODE}'.`);
  }
  if (state === undefined || state === '') throw refuse('invalid_request', "The parameter 'state' is missing.");
  checkChallenge(query, app);
}

function checkChallenge(query: Call['query'], app: App): void {
  const challenge = query.get('code_challenge');
  if (challenge === null) {
    if (clientSetting(app, 'pkce_required') !== true && authMethodOf(app) !== 'none') return;
    throw refuse('invalid_request', "The client must send a 'code_challenge'.");
  }
  if (query.get('code_challenge_method') !== 'S256') {
    throw refuse('invalid_request', "The parameter 'code_challenge_method' must be 'S256'.");
  }
  if (!CHALLENGE.test(challenge)) throw refuse('invalid_request', "The parameter 'code_challenge' is malformed.");
}

interface Visit {
  readonly session: Session;
  /** Hands a new session to the browser. */
  readonly headers: Readonly<Record<string, string>>;
}

function signedIn({ org, query, headers }: Call): Visit {
  const signIn = redeemSessionToken(org, query.get('sessionToken') ?? '');
  const user = signIn && org.users.get(signIn.userId);
  if (signIn && user) {
    const session = openSession(org, user, signIn);
    return { session, headers: { 'Set-Cookie': cookieOf(session) } };
  }
  const session = query.get('prompt') === 'login' ? undefined : sessionOfCookie(org, headers['cookie']);
  if (session) return { session, headers: {} };
  throw refuse('login_required', "Nobody is signed in. Send a 'sessionToken', or the cookie of a session.");
}
