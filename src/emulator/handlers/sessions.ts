import { type Answer, noContent, ok } from '../answers/answer.js';
import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { actingAs } from '../authn/acting-as.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { userTarget } from '../log/targets.js';
import { SESSION, type Session } from '../sessions/session.js';
import { cookieOf, sessionOfCookie } from '../sessions/session-cookie.js';
import { closeSession, openSession, prolong, sessionById } from '../sessions/session-store.js';
import { redeemSessionToken } from '../sessions/session-token.js';
import { sessionView } from '../sessions/session-view.js';

/** What the path of the current session has in place of an id. */
const ME = 'me';

const createSession: Handler = (call) => {
  const token = textIn(bodyOf(call), 'sessionToken') ?? '';
  if (token === '') throw invalid('sessionToken', BLANK);
  const signIn = redeemSessionToken(call.org, token);
  const user = signIn && call.org.users.get(signIn.userId);
  if (signIn === undefined || user === undefined) throw fail('E0000004');
  return ok(sessionView(openSession(call.org, user, signIn), call));
};

const getSession: Handler = (call) => ok(sessionView(named(call), call));

const getCurrentSession: Handler = (call) => kept(current(call), call);

const refreshSession: Handler = (call) => ok(sessionView(prolong(call.org, named(call)), call));

const refreshCurrentSession: Handler = (call) => kept(prolong(call.org, current(call)), call);

const revokeSession: Handler = (call) => end(call, named(call));

const closeCurrentSession: Handler = (call) => {
  const session = current(call);
  const user = call.org.users.get(session.userId);
  return end(user ? actingAs(call, user) : call, session);
};

function named(call: Call): Session {
  const id = pathMember(call, 'sessionId');
  const session = sessionById(call.org, id);
  if (session === undefined) throw notFound(id, SESSION);
  return session;
}

function current({ org, headers }: Call): Session {
  const session = sessionOfCookie(org, headers['cookie']);
  if (session === undefined) throw notFound(ME, SESSION);
  return session;
}

/** The session stays in the browser, whose cookie other answers would take away. */
function kept(session: Session, call: Call): Answer {
  return { ...ok(sessionView(session, call)), headers: { 'Set-Cookie': cookieOf(session) } };
}

function end(call: Call, session: Session): Answer {
  closeSession(call.org, session);
  const user = call.org.users.get(session.userId);
  call.record('user.session.end', user ? [userTarget(user)] : []);
  return noContent();
}

/** Sessions of users. */
export const sessions: Handlers = {
  createSession,
  getSession,
  getCurrentSession,
  refreshSession,
  refreshCurrentSession,
  revokeSession,
  closeCurrentSession,
};
