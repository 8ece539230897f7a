import { fail } from '../answers/fault.js';
import type { Handler } from '../call.js';
import type { ExtraRoutes } from '../routing/extra-route.js';
import { cookieOf } from '../sessions/session-cookie.js';
import { openSession } from '../sessions/session-store.js';
import { redeemSessionToken } from '../sessions/session-token.js';

/** Gives a browser the cookie of a new session and sends it on. */
const sessionCookieRedirect: Handler = ({ org, query }) => {
  const signIn = redeemSessionToken(org, query.get('token') ?? '');
  const user = signIn && org.users.get(signIn.userId);
  const Location = locationIn(query.get('redirectUrl') ?? '');
  // Browsers whose token is of no use are sent on, too, to where they have to sign in.
  if (signIn === undefined || user === undefined) return { status: 302, headers: { Location } };
  return { status: 302, headers: { Location, 'Set-Cookie': cookieOf(openSession(org, user, signIn)) } };
};

function locationIn(redirectUrl: string): string {
  if (URL.canParse(redirectUrl) && /^https?:/i.test(redirectUrl)) return new URL(redirectUrl).href;
  throw fail('E0000020');
}

/** Where browsers get their sessions. Source: https://developer.okta.com/docs/guides/session-cookie/ */
export const sessionRoutes: ExtraRoutes = {
  sessionCookieRedirect: { call: 'GET /login/sessionCookieRedirect', handler: sessionCookieRedirect },
};
