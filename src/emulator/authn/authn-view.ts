import type { Factor } from '../factors/factor.js';
import { kindOf } from '../factors/factor-kinds.js';
import { linkTo } from '../factors/factor-links.js';
import { factorsOf } from '../factors/factor-store.js';
import { activationOf } from '../factors/factor-view.js';
import { resultOf } from '../factors/push.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import { timestamp } from '../org/timestamp.js';
import { passwordPolicyFor } from '../policies/password-policy.js';
import type { User } from '../users/user.js';
import { authnLink, cancelLink } from './authn-links.js';
import type { AuthnStatus, AuthnTransaction } from './authn-transaction.js';
import { masked } from './masked.js';
import { daysLeft } from './next-step.js';
import { mustEnroll, offeredKinds, usableFactors } from './wanted-factors.js';

/** What a view is made of. */
export interface Scene {
  readonly org: Org;
  readonly origin: string;
  readonly user: User;
  readonly transaction: AuthnTransaction;
}

/** Members of the answer, besides those that every status has. */
interface Part {
  readonly factorResult?: string;
  readonly embedded?: JsonObject;
  readonly links?: JsonObject;
}

const parts: Readonly<Record<AuthnStatus, (scene: Scene) => Part>> = {
  MFA_REQUIRED: (scene) => ({ embedded: { factors: verifiable(scene), policy: rememberPolicy } }),
  MFA_CHALLENGE: challengePart,
  MFA_ENROLL: enrollPart,
  MFA_ENROLL_ACTIVATE: activatePart,
  PASSWORD_EXPIRED: (scene) => passwordPart(scene, 'changePassword', '/credentials/change_password'),
  PASSWORD_WARN: (scene) => ({
    ...passwordPart(scene, 'changePassword', '/credentials/change_password', {
      skip: authnLink(scene.origin, '/skip'),
    }),
  }),
  PASSWORD_RESET: (scene) => passwordPart(scene, 'resetPassword', '/credentials/reset_password'),
  RECOVERY: ({ origin }) => ({ links: { next: { name: 'answer', ...authnLink(origin, '/recovery/answer') } } }),
  RECOVERY_CHALLENGE: () => ({}),
};

const rememberPolicy = {
  allowRememberDevice: false,
  rememberDeviceLifetimeInMinutes: 0,
  rememberDeviceByDefault: false,
  factorsPolicyInfo: {},
};

/**
 * A sign-in as it is answered, by where it stands.
 *
 * @param scene - the transaction, its user, and where links lead
 * @returns the JSON
 * @see https://developer.okta.com/docs/reference/api/authn/#transaction-object
 */
export function authnView(scene: Scene) {
  const { origin, user, transaction } = scene;
  const { stateToken, expires, status, relayState, recoveryType } = transaction;
  const { factorResult, embedded, links } = parts[status](scene);
  const question = status === 'RECOVERY' ? user.credentials.recovery?.question : undefined;
  return {
    stateToken,
    expiresAt: timestamp(expires),
    status,
    ...(factorResult !== undefined && { factorResult }),
    ...(relayState !== undefined && { relayState }),
    ...(recoveryType !== undefined && { recoveryType }),
    _embedded: {
      user: { ...authnUser(user), ...(question !== undefined && { recovery_question: { question } }) },
      ...embedded,
    },
    _links: { ...links, ...cancelLink(origin) },
  };
}

/**
 * @param user - who signs in
 * @returns what is told of them
 */
export function authnUser({ id, passwordChanged, profile }: User) {
  return {
    id,
    ...(passwordChanged !== null && { passwordChanged }),
    profile: {
      login: profile.login,
      firstName: profile['firstName'] ?? null,
      lastName: profile['lastName'] ?? null,
      locale: profile['locale'] ?? 'en_US',
      timeZone: profile['timezone'] ?? 'America/Los_Angeles',
    },
  };
}

function factorPart({ id, factorType, provider, profile }: Factor) {
  return { id, factorType, provider, vendorName: provider, ...(profile && { profile: masked(profile) }) };
}

function verifiable({ org, origin, user }: Scene) {
  return usableFactors(org, user).map((factor) => ({
    ...factorPart(factor),
    _links: { verify: authnLink(origin, `/factors/${factor.id}/verify`) },
  }));
}

function chosen({ org, user, transaction }: Scene): Factor {
  const factor = factorsOf(org, user.id).find(({ id }) => id === transaction.factorId);
  if (factor === undefined) throw new Error(`Factor ${transaction.factorId} is gone`);
  return factor;
}

function challengePart(scene: Scene): Part {
  const { org, origin, transaction } = scene;
  const factor = chosen(scene);
  const kind = kindOf(factor);
  const path = `/factors/${factor.id}/verify`;
  const push = transaction.pushId === undefined ? undefined : org.pushTransactions.get(transaction.pushId);
  const result = push && resultOf(org, push);
  const challenge = kind.enrollment === 'signature' ? keyChallenge(factor) : numberChallenge(push?.correctAnswer);
  return {
    ...(result !== undefined && { factorResult: result }),
    embedded: {
      factor: { ...factorPart(factor), ...(challenge && { _embedded: { challenge } }) },
      policy: rememberPolicy,
    },
    links: {
      next: { name: result === 'WAITING' ? 'poll' : 'verify', ...authnLink(origin, path) },
      prev: authnLink(origin, '/previous'),
      ...((kind.channel !== undefined || push) && {
        resend: [{ name: factor.factorType, ...authnLink(origin, `${path}/resend`) }],
      }),
    },
  };
}

function keyChallenge({ challenge }: Factor) {
  return { challenge: challenge?.code, nonce: challenge?.code, userVerification: 'preferred', extensions: {} };
}

function numberChallenge(correctAnswer: number | undefined) {
  return correctAnswer === undefined ? undefined : { correctAnswer };
}

function enrollPart(scene: Scene): Part {
  const { org, origin, user } = scene;
  const enrolled = usableFactors(org, user);
  const questions = linkTo(`${origin}/api/v1/users/${user.id}/factors/questions`, 'GET');
  const factors = offeredKinds(org, user).map(({ kind: { factorType, provider }, wish }) => ({
    factorType,
    provider,
    vendorName: provider,
    _links: { ...(factorType === 'question' && { questions }), enroll: authnLink(origin, '/factors') },
    status:
      enrolled.find((each) => each.factorType === factorType && each.provider === provider)?.status ?? 'NOT_SETUP',
    enrollment: wish,
  }));
  const skip = mustEnroll(org, user) ? {} : { skip: authnLink(origin, '/skip') };
  return { embedded: { factors }, links: skip };
}

function activatePart(scene: Scene): Part {
  const { org, origin, user } = scene;
  const factor = chosen(scene);
  const kind = kindOf(factor);
  const path = `/factors/${factor.id}/lifecycle`;
  const isDevice = kind.enrollment === 'device';
  const _embedded = activationOf({ factor, user, subdomain: org.facts.subdomain }, origin);
  return {
    ...(isDevice && { factorResult: 'WAITING' }),
    embedded: { factor: { ...factorPart(factor), ...(Object.keys(_embedded).length > 0 && { _embedded }) } },
    links: {
      next: {
        name: isDevice ? 'poll' : 'activate',
        ...authnLink(origin, `${path}/activate${isDevice ? '/poll' : ''}`),
      },
      prev: authnLink(origin, '/previous'),
      ...(kind.channel !== undefined && {
        resend: [{ name: factor.factorType, ...authnLink(origin, `${path}/resend`) }],
      }),
    },
  };
}

function passwordPart({ org, origin, user }: Scene, name: string, path: string, links: JsonObject = {}): Part {
  const demands = passwordPolicyFor(org, user);
  const { minLength, minLowerCase, minUpperCase, minNumber, minSymbol, excludeUsername } = demands;
  const { minAgeMinutes, historyCount } = demands;
  return {
    embedded: {
      policy: {
        expiration: { passwordExpireDays: daysLeft(org, user) },
        complexity: { minLength, minLowerCase, minUpperCase, minNumber, minSymbol, excludeUsername },
        age: { minAgeMinutes, historyCount },
      },
    },
    links: { next: { name, ...authnLink(origin, path) }, ...links },
  };
}
