import { timestamp } from '../org/timestamp.js';
import { displayName, type User } from '../users/user.js';
import type { Factor } from './factor.js';
import { kindOf } from './factor-kinds.js';
import { type FactorPlace, factorHref, factorLinks, linkTo } from './factor-links.js';
import { STANDARD_OTP } from './one-time-password.js';

/**
 * A factor as it is answered, without what is secret about it.
 *
 * @param factor - the factor
 * @param place - whose it is, and where links lead
 * @returns the JSON
 */
export function factorView(factor: Factor, place: FactorPlace) {
  const { id, factorType, provider, status, created, lastUpdated, profile } = factor;
  return {
    id,
    factorType,
    provider,
    vendorName: provider,
    status,
    created,
    lastUpdated,
    ...(profile && { profile }),
    _links: factorLinks(factor, place),
  };
}

/** A factor, its owner, and the name of the org. */
export interface Activating {
  readonly factor: Factor;
  readonly user: User;
  readonly subdomain: string;
}

/**
 * What the user's device needs to know before a factor can be activated; given in the answer to the enrollment only.
 *
 * @param activating - the factor, which waits for its activation
 * @param origin - where links lead
 * @returns the `_embedded` object, an empty object if the device needs nothing
 */
export function activationOf({ factor, user, subdomain }: Activating, origin: string) {
  if (factor.status === 'ACTIVE') return {};
  const place = { origin, userId: user.id };
  const qrcode = { href: `${factorHref(factor, place)}/qr/${factor.pairing}`, type: 'image/png' };
  if (kindOf(factor).enrollment === 'computed code') return computedCode(factor, qrcode);
  if (factor.factorType === 'push') return deviceActivation(factor, { ...place, qrcode });
  if (factor.factorType === 'u2f') return { activation: u2fActivation(factor) };
  return factor.factorType === 'webauthn' ? { activation: keyActivation({ factor, user, subdomain }) } : {};
}

function computedCode({ sharedSecret }: Factor, qrcode: object) {
  const { stepSeconds } = STANDARD_OTP;
  const activation = { timeStep: stepSeconds, sharedSecret, encoding: 'base32', keyLength: sharedSecret?.length };
  return { activation: { ...activation, _links: { qrcode } } };
}

function deviceActivation(factor: Factor, { qrcode, ...place }: FactorPlace & { readonly qrcode: object }) {
  const activate = `${factorHref(factor, place)}/lifecycle/activate`;
  const send = ['email', 'sms'].map((name) => ({ name, ...linkTo(`${activate}/${name}`, 'POST') }));
  const expiresAt = timestamp(factor.challenge?.expires ?? 0);
  return { activation: { expiresAt, factorResult: 'WAITING', _links: { send, qrcode } } };
}

function u2fActivation({ challenge }: Factor) {
  return { version: 'U2F_V2', nonce: challenge?.code, timeoutSeconds: 20 };
}

/** Source: https://www.w3.org/TR/webauthn-2/#dictionary-makecredentialoptions */
function keyActivation({ factor, user, subdomain }: Activating) {
  return {
    attestation: 'direct',
    authenticatorSelection: { userVerification: 'preferred', requireResidentKey: false },
    challenge: factor.challenge?.code,
    excludeCredentials: [],
    pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
    rp: { name: subdomain },
    user: { displayName: displayName(user), name: user.profile.login, id: user.id },
  };
}
