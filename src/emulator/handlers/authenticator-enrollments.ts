import { type Answer, noContent, ok } from '../answers/answer.js';
import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { AUTHENTICATOR, type Authenticator } from '../authenticators/authenticator.js';
import { enrollmentById, enrollmentsOf, enrollmentView } from '../authenticators/enrollment.js';
import { TAC, type TemporaryCode } from '../authenticators/temporary-code.js';
import { bodyOf, objectIn, switchIn, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { enroll } from '../factors/enroll.js';
import { dropFactor } from '../factors/factor-store.js';
import { userTarget } from '../log/targets.js';
import { ALPHANUMERIC, randomText } from '../org/chance.js';
import { type JsonObject, memberAt } from '../org/json.js';
import { nowIn } from '../org/org.js';
import { timestamp } from '../org/timestamp.js';
import type { User } from '../users/user.js';
import { findUser } from '../users/user-store.js';

const MINUTE = 60_000;
const STANDARD_TTL = 120;
const SHORTEST_TTL = 10;
const LONGEST_TTL = 14_400;
const STANDARD_LENGTH = 16;

const listAuthenticatorEnrollments: Handler = (call) => {
  const user = findUser(call);
  return ok(enrollmentsOf(call.org, user).map((each) => enrollmentView(each, placeOf(call, user))));
};

const getAuthenticatorEnrollment: Handler = (call) => {
  const user = findUser(call);
  const enrollment = enrollmentById(call.org, user, pathMember(call, 'enrollmentId'));
  return ok(enrollmentView(enrollment, placeOf(call, user)));
};

function placeOf(call: Call, user: User) {
  return { org: call.org, origin: call.origin, user, disclose: switchIn(call, 'discloseIdentifiers', false) };
}

/** The number that an admin enters needs no proof. */
const createAuthenticatorEnrollment: Handler = (call) => {
  const user = active(findUser(call));
  const body = bodyOf(call);
  named(call, body, 'phone_number');
  const phoneNumber = textIn(objectIn(body, 'profile') ?? {}, 'phoneNumber');
  if (phoneNumber === undefined) throw invalid('profile.phoneNumber', BLANK);
  const wanted = { factorType: 'sms', provider: 'OKTA', profile: { phoneNumber } };
  const factor = enroll(call, user, { body: wanted, activate: true });
  const place = { ...placeOf(call, user), disclose: true };
  return ok(enrollmentView({ kind: 'factor', id: factor.id, factor }, place));
};

const createTacAuthenticatorEnrollment: Handler = (call) => {
  const { org } = call;
  const user = active(findUser(call));
  const body = bodyOf(call);
  const authenticator = named(call, body, TAC);
  const profile = objectIn(body, 'profile') ?? {};
  const ttl = ttlIn(profile, authenticator);
  const code = newCode(call, { ttl, multiUse: profile['multiUse'] === true, authenticator });
  for (const { id } of [...org.temporaryCodes.values(user.id)]) org.temporaryCodes.delete(user.id, id);
  org.temporaryCodes.set(user.id, code.id, code);
  call.record('user.mfa.factor.activate', [userTarget(user)]);
  return shown(call, user, code);
};

/** The code itself is in this answer only. */
function shown(call: Call, user: User, code: TemporaryCode): Answer {
  const view = enrollmentView({ kind: 'code', id: code.id, code }, placeOf(call, user));
  return ok({ ...view, profile: { expiresAt: code.expiresAt, multiUse: code.multiUse, tac: code.tac } });
}

interface CodeWish {
  readonly ttl: number;
  readonly multiUse: boolean;
  readonly authenticator: Authenticator;
}

function newCode({ org }: Call, { ttl, multiUse, authenticator }: CodeWish): TemporaryCode {
  const now = nowIn(org);
  const length = Number(memberAt(authenticator.more, ['provider', 'configuration', 'length']) ?? STANDARD_LENGTH);
  return {
    id: org.ids.next('tac'),
    tac: randomText(org.chance, length, ALPHANUMERIC),
    multiUse,
    expiresAt: timestamp(org.clock.now() + ttl * MINUTE),
    created: now,
    lastUpdated: now,
  };
}

/** Minutes, sent as text. */
function ttlIn(profile: JsonObject, { more }: Authenticator): number {
  const settings = memberAt(more, ['provider', 'configuration']);
  const setting = (name: string, standard: number) => Number(memberAt(settings, [name]) ?? standard);
  const ttl = profile['ttl'] === undefined ? setting('defaultTtl', STANDARD_TTL) : Number(profile['ttl']);
  const shortest = setting('minTtl', SHORTEST_TTL);
  const longest = setting('maxTtl', LONGEST_TTL);
  if (Number.isInteger(ttl) && ttl >= shortest && ttl <= longest) return ttl;
  throw invalid('profile.ttl', `The value must be between ${shortest} and ${longest} minutes`);
}

function named({ org }: Call, body: JsonObject, key: string): Authenticator {
  const id = textIn(body, 'authenticatorId') ?? '';
  if (id === '') throw invalid('authenticatorId', BLANK);
  const authenticator = org.authenticators.get(id);
  if (authenticator === undefined) throw notFound(id, AUTHENTICATOR);
  if (authenticator.key !== key) throw invalid('authenticatorId', `The authenticator is not of the kind ${key}`);
  return authenticator;
}

function active(user: User): User {
  if (user.status === 'DEPROVISIONED') throw fail('E0000038');
  return user;
}

const deleteAuthenticatorEnrollment: Handler = (call) => {
  const { org } = call;
  const user = active(findUser(call));
  const enrollment = enrollmentById(org, user, pathMember(call, 'enrollmentId'));
  if (enrollment.kind === 'code') org.temporaryCodes.delete(user.id, enrollment.id);
  else dropFactor(org, user.id, enrollment.factor);
  call.record('user.mfa.factor.deactivate', [userTarget(user)]);
  return noContent();
};

/** What users have enrolled, seen from the authenticators. */
export const authenticatorEnrollments: Handlers = {
  listAuthenticatorEnrollments,
  getAuthenticatorEnrollment,
  createAuthenticatorEnrollment,
  createTacAuthenticatorEnrollment,
  deleteAuthenticatorEnrollment,
};
