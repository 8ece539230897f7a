import { noContent, ok } from '../answers/answer.js';
import { fail, invalid, notFound } from '../answers/fault.js';
import type { Authenticator, AuthenticatorMethod } from '../authenticators/authenticator.js';
import { changeAuthenticator, findAuthenticator, methodOf } from '../authenticators/authenticator-store.js';
import { methodView } from '../authenticators/authenticator-view.js';
import { optionalBodyOf } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { HEXADECIMAL, randomText } from '../org/chance.js';
import { isObject, type JsonObject, memberAt, withDefaults } from '../org/json.js';
import type { Org } from '../org/org.js';
import { targetOf } from './authenticators.js';

const OWN = new Set(['type', 'status', '_links']);
const VERIFICATION_LENGTH = 32;

const listAuthenticatorMethods: Handler = (call) => {
  const authenticator = findAuthenticator(call);
  return ok(authenticator.methods.map((method) => methodView(method, authenticator, call.origin)));
};

const getAuthenticatorMethod: Handler = (call) => {
  const authenticator = findAuthenticator(call);
  return ok(methodView(methodOf(authenticator, pathMember(call, 'methodType')), authenticator, call.origin));
};

const replaceAuthenticatorMethod: Handler = (call) => {
  const { org } = call;
  const authenticator = findAuthenticator(call);
  const method = methodOf(authenticator, pathMember(call, 'methodType'));
  const sent = Object.entries(optionalBodyOf(call)).filter(([name]) => !OWN.has(name));
  const more = withRpRecord(org, withDefaults(Object.fromEntries(sent), method.more));
  return ok(store(call, authenticator, { ...method, more }));
};

/** An RP domain of the org's own is proved by a DNS record, which is made up when the domain is first named. */
function withRpRecord(org: Org, more: JsonObject): JsonObject {
  const domain = memberAt(more, ['settings', 'rpId', 'domain']);
  if (!isObject(domain) || isObject(domain['dnsRecord'])) return more;
  const record = {
    recordType: 'TXT',
    fqdn: `_oktaverification.${String(domain['name'])}`,
    verificationValue: randomText(org.chance, VERIFICATION_LENGTH, HEXADECIMAL),
  };
  return withDomain(more, { ...domain, validationStatus: 'NOT_STARTED', dnsRecord: record });
}

function withDomain(more: JsonObject, domain: JsonObject): JsonObject {
  const settings = memberAt(more, ['settings']);
  const rpId = memberAt(settings, ['rpId']);
  const changed = { ...(isObject(rpId) ? rpId : {}), domain };
  return { ...more, settings: { ...(isObject(settings) ? settings : {}), rpId: changed } };
}

/** The emulator finds every DNS record where it should be. */
const verifyRpIdDomain: Handler = (call) => {
  const authenticator = findAuthenticator(call);
  const method = methodOf(authenticator, pathMember(call, 'webAuthnMethodType'));
  const domain = memberAt(method.more, ['settings', 'rpId', 'domain']);
  if (!isObject(domain)) throw notFound('rpId', 'RpIdDomain');
  store(call, authenticator, { ...method, more: withDomain(method.more, { ...domain, validationStatus: 'VERIFIED' }) });
  return noContent();
};

/** Activating what is active changes nothing; the last active method goes only together with its authenticator. */
function moveTo(status: AuthenticatorMethod['status']): Handler {
  return (call) => {
    const authenticator = findAuthenticator(call);
    const method = methodOf(authenticator, pathMember(call, 'methodType'));
    const { refused: _, ...more } = method.more;
    if (status === 'ACTIVE') {
      if (authenticator.status !== 'ACTIVE') throw fail('E0000107');
      return ok(store(call, authenticator, { ...method, status, more }));
    }
    const others = authenticator.methods.filter((each) => each !== method);
    if (!others.some((each) => each.status === 'ACTIVE')) {
      throw invalid('methodType', 'At least one method of an active authenticator must be active');
    }
    return ok(store(call, authenticator, { ...method, status, more: { ...more, refused: true } }));
  };
}

function store(call: Call, authenticator: Authenticator, method: AuthenticatorMethod) {
  const methods = authenticator.methods.map((each) => (each.type === method.type ? method : each));
  const changed = changeAuthenticator(call.org, authenticator, { methods });
  call.record('security.authenticator.lifecycle.update', [targetOf(changed)]);
  return methodView(method, changed, call.origin);
}

/** The ways in which authenticators are used. */
export const authenticatorsMethods: Handlers = {
  listAuthenticatorMethods,
  getAuthenticatorMethod,
  replaceAuthenticatorMethod,
  activateAuthenticatorMethod: moveTo('ACTIVE'),
  deactivateAuthenticatorMethod: moveTo('INACTIVE'),
  verifyRpIdDomain,
};
