import { noContent, ok } from '../answers/answer.js';
import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { optionalBodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { linkTo } from '../factors/factor-links.js';
import { PREREGISTRATION, type Preregistration } from '../factors/preregistration.js';
import { userTarget } from '../log/targets.js';
import { BASE64URL, randomText, randomUuid } from '../org/chance.js';
import { isObject, type JsonObject } from '../org/json.js';
import { nowIn } from '../org/org.js';
import { deliver } from '../outbox/outbox.js';
import { USER, type User } from '../users/user.js';
import { findUser, userNamed } from '../users/user-store.js';

const VENDOR = 'yubico';
const PIN_LENGTH = 6;

const enrollPreregistrationEnrollment: Handler = (call) => {
  const { org } = call;
  const body = optionalBodyOf(call);
  const user = sentUser(call, body);
  checkVendor(body);
  if (!isObject(body['yubicoTransportKeyJWK'])) throw invalid('yubicoTransportKeyJWK', BLANK);
  const now = nowIn(org);
  const made: Preregistration = {
    id: org.ids.next('fwf'),
    userId: user.id,
    status: 'PENDING_ACTIVATION',
    created: now,
    lastUpdated: now,
    keyId: randomUuid(org.chance),
  };
  org.preregistrations.set(user.id, made.id, made);
  const request = { authenticatorEnrollmentId: made.id, credRequestJwe: sealed(call), keyId: made.keyId };
  return ok({ userId: user.id, fulfillmentProvider: VENDOR, credRequests: [request], pinRequestJwe: sealed(call) });
};

/** Stands for what only the vendor can open: five parts of base64url. Source: RFC 7516, section 7.1 */
function sealed({ org }: Call): string {
  return [80, 0, 16, 60, 22].map((length) => randomText(org.chance, length, BASE64URL)).join('.');
}

const activatePreregistrationEnrollment: Handler = (call) => {
  const { org } = call;
  const body = optionalBodyOf(call);
  const user = sentUser(call, body);
  checkVendor(body);
  const responses = Array.isArray(body['credResponses']) ? body['credResponses'].filter(isObject) : [];
  if (responses.length === 0) throw invalid('credResponses', BLANK);
  const serial = textIn(body, 'serial');
  const version = textIn(body, 'version');
  const ids = responses.map((response) => {
    const before = named(call, user, String(response['authenticatorEnrollmentId'] ?? ''));
    if (before.status !== 'PENDING_ACTIVATION') throw fail('E0000107');
    const extra = { ...(serial !== undefined && { serial }), ...(version !== undefined && { version }) };
    put(call, { ...before, ...extra, status: 'ACTIVE' });
    return before.id;
  });
  org.factors.set(user.id, ids[0] ?? '', keyOf(call, ids[0] ?? ''));
  call.record('user.mfa.factor.activate', [userTarget(user)]);
  return ok({ userId: user.id, fulfillmentProvider: VENDOR, authenticatorEnrollmentIds: ids });
};

/** Once activated, the key is a factor as any other. */
function keyOf({ org }: Call, id: string) {
  const now = nowIn(org);
  const profile = { credentialId: id, authenticatorName: 'YubiKey' };
  const kind = { factorType: 'webauthn', provider: 'FIDO', status: 'ACTIVE' } as const;
  return { id, ...kind, created: now, lastUpdated: now, profile };
}

const listWebAuthnPreregistrationFactors: Handler = (call) => {
  const user = findUser(call);
  return ok([...call.org.preregistrations.values(user.id)].map((each) => view(each, call)));
};

function view({ id, userId, status, created, lastUpdated, serial }: Preregistration, { origin }: Call) {
  const href = `${origin}/webauthn-registration/api/v1/users/${userId}/enrollments/${id}`;
  return {
    id,
    factorType: 'webauthn',
    provider: 'FIDO',
    vendorName: 'FIDO',
    status,
    created,
    lastUpdated,
    profile: { credentialId: id, authenticatorName: 'YubiKey', ...(serial !== undefined && { serial }) },
    _links: { self: linkTo(href, 'GET', 'DELETE') },
  };
}

const deleteWebAuthnPreregistrationFactor: Handler = (call) => {
  const user = findUser(call);
  const { id } = named(call, user, pathMember(call, 'authenticatorEnrollmentId'));
  call.org.preregistrations.delete(user.id, id);
  call.org.factors.delete(user.id, id);
  call.record('user.mfa.factor.deactivate', [userTarget(user)]);
  return noContent();
};

const assignFulfillmentErrorWebAuthnPreregistrationFactor: Handler = (call) => {
  const before = named(call, findUser(call), pathMember(call, 'authenticatorEnrollmentId'));
  put(call, { ...before, status: 'INACTIVE' });
  return noContent();
};

/** The order goes nowhere; what it says is checked. */
const generateFulfillmentRequest: Handler = (call) => {
  const body = optionalBodyOf(call);
  sentUser(call, body);
  checkVendor(body);
  return noContent();
};

const sendPin: Handler = (call) => {
  const body = optionalBodyOf(call);
  const user = sentUser(call, body);
  checkVendor(body);
  named(call, user, textIn(body, 'authenticatorEnrollmentId') ?? '');
  const passCode = randomText(call.org.chance, PIN_LENGTH, '0123456789');
  const to = String(user.profile['email'] ?? user.profile.login);
  const text = `The PIN of your security key is ${passCode}.`;
  deliver(call.org, { kind: 'email', purpose: 'PIN', userId: user.id, to, text, passCode });
  return noContent();
};

function sentUser({ org }: Call, body: JsonObject): User {
  const id = textIn(body, 'userId') ?? '';
  if (id === '') throw invalid('userId', BLANK);
  const user = userNamed(org, id);
  if (user === undefined) throw notFound(id, USER);
  return user;
}

function checkVendor(body: JsonObject): void {
  if ((body['fulfillmentProvider'] ?? VENDOR) !== VENDOR) {
    throw invalid('fulfillmentProvider', `The value must be ${VENDOR}`);
  }
}

function named({ org }: Call, user: User, id: string): Preregistration {
  const found = org.preregistrations.get(user.id, id);
  if (found === undefined) throw notFound(id, PREREGISTRATION);
  return found;
}

function put({ org }: Call, preregistration: Preregistration): void {
  const { userId, id } = preregistration;
  org.preregistrations.set(userId, id, { ...preregistration, lastUpdated: nowIn(org) });
}

/** Security keys that a vendor prepares for users. */
export const webAuthnPreregistration: Handlers = {
  enrollPreregistrationEnrollment,
  activatePreregistrationEnrollment,
  listWebAuthnPreregistrationFactors,
  deleteWebAuthnPreregistrationFactor,
  assignFulfillmentErrorWebAuthnPreregistrationFactor,
  generateFulfillmentRequest,
  sendPin,
};
