import { createHash, X509Certificate } from 'node:crypto';
import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid, notFound, TAKEN } from '../answers/fault.js';
import type { Authenticator } from '../authenticators/authenticator.js';
import { findAuthenticator } from '../authenticators/authenticator-store.js';
import type { CustomAaguid } from '../authenticators/custom-aaguid.js';
import { objectIn, optionalBodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { linkTo } from '../factors/factor-links.js';
import { isObject, type JsonObject } from '../org/json.js';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ARMOUR = /-----[A-Z ]+-----|\s/g;
const CHARACTERISTICS: JsonObject = { fipsCompliant: false, hardwareProtected: false, platformAttached: false };

const listAllCustomAAGUIDs: Handler = (call) => {
  const authenticator = securityKeys(call);
  return ok([...call.org.customAaguids.values(authenticator.id)].map((each) => view(each, authenticator, call)));
};

const createCustomAAGUID: Handler = (call) => {
  const authenticator = securityKeys(call);
  const body = optionalBodyOf(call);
  const aaguid = (textIn(body, 'aaguid') ?? '').toLowerCase();
  if (aaguid === '') throw invalid('aaguid', BLANK);
  if (!FORM.test(aaguid)) throw invalid('aaguid', 'The value is not an AAGUID');
  if (call.org.customAaguids.get(authenticator.id, aaguid)) throw invalid('aaguid', TAKEN);
  const made = { aaguid, name: aaguid, certificates: [], authenticatorCharacteristics: CHARACTERISTICS };
  return ok(put(call, authenticator, changed(made, body)));
};

const getCustomAAGUID: Handler = (call) => {
  const authenticator = securityKeys(call);
  return ok(view(named(call, authenticator), authenticator, call));
};

/** A PUT says everything, a PATCH what differs. */
function change(whole: boolean): Handler {
  return (call) => {
    const authenticator = securityKeys(call);
    const before = named(call, authenticator);
    const blank = { ...before, name: before.aaguid, certificates: [], authenticatorCharacteristics: CHARACTERISTICS };
    return ok(put(call, authenticator, changed(whole ? blank : before, optionalBodyOf(call))));
  };
}

const deleteCustomAAGUID: Handler = (call) => {
  const authenticator = securityKeys(call);
  const { aaguid } = named(call, authenticator);
  call.org.customAaguids.delete(authenticator.id, aaguid);
  return noContent();
};

function securityKeys(call: Call): Authenticator {
  const authenticator = findAuthenticator(call);
  if (authenticator.key === 'webauthn') return authenticator;
  throw invalid('authenticatorId', 'Custom AAGUIDs belong to the WebAuthn authenticator');
}

function named(call: Call, { id }: Authenticator): CustomAaguid {
  const aaguid = pathMember(call, 'aaguid');
  const found = call.org.customAaguids.get(id, aaguid.toLowerCase());
  if (found === undefined) throw notFound(aaguid, 'CustomAAGUID');
  return found;
}

function changed(before: CustomAaguid, body: JsonObject): CustomAaguid {
  const sent = body['attestationRootCertificates'];
  const characteristics = objectIn(body, 'authenticatorCharacteristics');
  return {
    ...before,
    name: textIn(body, 'name') ?? before.name,
    certificates: Array.isArray(sent) ? sent.map(certificateIn) : before.certificates,
    authenticatorCharacteristics: { ...before.authenticatorCharacteristics, ...characteristics },
  };
}

function certificateIn(entry: unknown): string {
  const x5c = isObject(entry) ? String(entry['x5c'] ?? '').replace(ARMOUR, '') : '';
  try {
    new X509Certificate(Buffer.from(x5c, 'base64'));
    return x5c;
  } catch {
    throw invalid('attestationRootCertificates', 'The value is not a certificate');
  }
}

function put(call: Call, authenticator: Authenticator, aaguid: CustomAaguid) {
  call.org.customAaguids.set(authenticator.id, aaguid.aaguid, aaguid);
  return view(aaguid, authenticator, call);
}

function view({ certificates, ...aaguid }: CustomAaguid, { id }: Authenticator, { origin }: Call) {
  return {
    aaguid: aaguid.aaguid,
    name: aaguid.name,
    authenticatorCharacteristics: aaguid.authenticatorCharacteristics,
    attestationRootCertificates: certificates.map(certificateView),
    _links: {
      self: linkTo(`${origin}/api/v1/authenticators/${id}/aaguids/${aaguid.aaguid}`, 'GET', 'PUT', 'DELETE'),
    },
  };
}

function certificateView(x5c: string) {
  const der = Buffer.from(x5c, 'base64');
  const { issuer, validTo } = new X509Certificate(der);
  const thumbprint = createHash('sha256').update(der).digest('base64url');
  return { x5c, 'x5t#S256': thumbprint, iss: issuer, exp: new Date(validTo).toISOString() };
}

/** Models of security keys that the org accepts besides the well-known ones. */
export const authenticatorsAaguids: Handlers = {
  listAllCustomAAGUIDs,
  createCustomAAGUID,
  getCustomAAGUID,
  replaceCustomAAGUID: change(true),
  updateCustomAAGUID: change(false),
  deleteCustomAAGUID,
};
