import { noContent, ok } from '../answers/answer.js';
import { fail, notFound } from '../answers/fault.js';
import { type Call, type Handler, pathMember } from '../call.js';
import { factorById, findFactor } from '../factors/factor-store.js';
import { deliver } from '../outbox/outbox.js';
import type { ExtraRoutes } from '../routing/extra-route.js';
import { sessionCaller } from '../sessions/session-cookie.js';

/** Links of factors lead here; the description does not tell of it, so nobody has asked who sends this. */
function knownCaller(call: Call): Call {
  if (call.caller.user !== undefined || call.caller.app !== undefined) return call;
  const caller = sessionCaller(call.org, call.headers['cookie']);
  if (caller === undefined) throw fail('E0000005');
  return { ...call, caller };
}

const cancelPush: Handler = (request) => {
  const call = knownCaller(request);
  const { factor } = findFactor(call);
  const id = pathMember(call, 'transactionId');
  if (call.org.pushTransactions.get(id)?.factorId !== factor.id) throw notFound(id, 'FactorTransaction');
  call.org.pushTransactions.delete(id);
  return noContent();
};

/** Sends the link that pairs a device without the QR code. */
function sendPairing(kind: 'email' | 'sms'): Handler {
  return (request) => {
    const call = knownCaller(request);
    const { user, factor } = findFactor(call);
    if (factor.status === 'ACTIVE' || factor.pairing === undefined) throw fail('E0000107');
    const to = String(user.profile[kind === 'email' ? 'email' : 'mobilePhone'] ?? user.profile.login);
    const link = `${call.origin}/activate/${factor.pairing}`;
    const text = 'Pair Okta Verify with your account.';
    deliver(call.org, { kind, purpose: 'FACTOR_ENROLLMENT', userId: user.id, to, text, link });
    return ok();
  };
}

/** What a QR code of an authenticator app says. Source: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
const qrCode: Handler = (call) => {
  const factor = factorById(call.org, pathMember(call, 'userId'), pathMember(call, 'factorId'));
  const pairing = pathMember(call, 'pairing');
  if (factor.pairing !== pairing) throw notFound(pairing, 'QRCode');
  const account = encodeURIComponent(
    `${call.org.facts.subdomain}.okta.test:${String(factor.profile?.['credentialId'] ?? '')}`,
  );
  const secret = factor.sharedSecret ?? factor.pairing;
  const data = `otpauth://totp/${account}?secret=${secret}&issuer=${call.org.facts.subdomain}`;
  return { status: 200, content: { type: 'text/plain;charset=UTF-8', data } };
};

/** What links of factors lead to, besides the operations of the description. */
export const factorRoutes: ExtraRoutes = {
  cancelFactorTransaction: {
    call: 'DELETE /api/v1/users/{userId}/factors/{factorId}/transactions/{transactionId}',
    handler: cancelPush,
  },
  sendFactorActivationEmail: {
    call: 'POST /api/v1/users/{userId}/factors/{factorId}/lifecycle/activate/email',
    handler: sendPairing('email'),
  },
  sendFactorActivationSms: {
    call: 'POST /api/v1/users/{userId}/factors/{factorId}/lifecycle/activate/sms',
    handler: sendPairing('sms'),
  },
  factorQrCode: { call: 'GET /api/v1/users/{userId}/factors/{factorId}/qr/{pairing}', handler: qrCode },
};
