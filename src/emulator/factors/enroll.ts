import { BLANK, fail, invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import { userTarget } from '../log/targets.js';
import { BASE64URL, randomText } from '../org/chance.js';
import type { JsonObject } from '../org/json.js';
import { nowIn, type Org } from '../org/org.js';
import type { Transaction } from '../transaction.js';
import type { User } from '../users/user.js';
import { CODE_LIFETIME_S, challengeKey, sendCode } from './challenge.js';
import type { Factor } from './factor.js';
import { type FactorKind, factorKinds, kindNamed } from './factor-kinds.js';
import { particularsOf } from './factor-profile.js';
import { factorsOf } from './factor-store.js';
import { BASE32 } from './one-time-password.js';
import { openPush } from './push.js';
import { readYubikeyOtp } from './yubikey-otp.js';

/** How an enrollment is meant. */
export interface Enrollment {
  readonly body: JsonObject;
  /** Whether the factor may be used at once, without a code that proves it. */
  readonly activate: boolean;
  /** How long a mailed code holds. */
  readonly lifetimeSeconds?: number | undefined;
}

const SECRET_LENGTH = 16;
const PAIRING_LENGTH = 40;
const FOREIGN_CODE = /^\d{6,10}$/;

/**
 * Enrolls a factor and starts its activation, if it needs one.
 *
 * @param transaction - the org, and its log
 * @param user - who gets it
 * @param enrollment - what was sent, and how it is meant
 * @returns the factor, stored
 * @throws Fault `E0000001` if the kind is unknown, switched off or there already, or if something about it is wrong
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/UserFactor/#tag/UserFactor/operation/enrollFactor
 */
export function enroll(transaction: Transaction, user: User, enrollment: Enrollment): Factor {
  const { org, record } = transaction;
  const kind = kindIn(enrollment.body);
  checkOffered(org, kind);
  const before = earlier(org, user, kind);
  const begun = begin(org, { kind, user, enrollment, before });
  const factor = enrollment.activate || isReady(kind) ? { ...begun, status: 'ACTIVE' as const } : begun;
  const started = factor.status === 'ACTIVE' ? factor : start(org, { user, factor, kind, enrollment });
  org.factors.set(user.id, started.id, started);
  if (started.factorType === 'token:hardware') assignYubikey(org, user, enrollment.body);
  if (started.status === 'ACTIVE') record('user.mfa.factor.activate', [userTarget(user)]);
  return started;
}

function kindIn(body: JsonObject): FactorKind {
  const factorType = textIn(body, 'factorType');
  if (factorType === undefined) throw invalid('factorType', BLANK);
  const standard = factorKinds.find((each) => each.factorType === factorType)?.provider ?? '';
  const kind = kindNamed({ factorType, provider: textIn(body, 'provider') ?? standard });
  if (kind === undefined) throw fail('E0000001', 'factorEnrollRequest', ['Invalid factor type or provider.']);
  return kind;
}

function checkOffered(org: Org, kind: FactorKind): void {
  if (isOffered(org, kind)) return;
  throw fail('E0000001', 'factorEnrollRequest', ['This factor is not enabled for the organization.']);
}

/**
 * An authenticator that a fresh org has not set up yet is no obstacle to admins; one that was switched off is.
 *
 * @param org - whose authenticators
 * @param kind - of a factor
 * @returns whether users may enroll such factors
 */
export function isOffered(org: Org, { authenticator, method }: FactorKind): boolean {
  for (const { key, refused, methods } of org.authenticators.values()) {
    if (key !== authenticator) continue;
    if (refused || methods.some(({ type, more }) => type === method && more['refused'] === true)) return false;
  }
  return true;
}

/** A factor that waits for its activation is begun anew; one that is in use stands in the way. */
function earlier(org: Org, user: User, { factorType, provider, several }: FactorKind): Factor | undefined {
  if (several) return undefined;
  const before = factorsOf(org, user.id).find((each) => each.factorType === factorType && each.provider === provider);
  if (before?.status === 'ACTIVE') {
    throw fail('E0000001', 'factorEnrollRequest', ['A factor of this type is already set up.']);
  }
  return before;
}

interface Beginning {
  readonly kind: FactorKind;
  readonly user: User;
  readonly enrollment: Enrollment;
  readonly before: Factor | undefined;
}

function begin(org: Org, { kind, user, enrollment, before }: Beginning): Factor {
  const now = nowIn(org);
  const { body } = enrollment;
  if (kind.factorType === 'token') checkForeignCodes(kind, body);
  const particulars = particularsOf(org, kind.factorType, { user, body });
  return {
    id: before?.id ?? org.ids.next(kind.prefix),
    factorType: kind.factorType,
    provider: kind.provider,
    status: 'PENDING_ACTIVATION',
    created: before?.created ?? now,
    lastUpdated: now,
    ...particulars,
    ...(before?.challenge && { challenge: before.challenge }),
  };
}

function isReady({ enrollment }: FactorKind): boolean {
  return enrollment === 'none' || enrollment === 'passcode';
}

interface Start {
  readonly user: User;
  readonly factor: Factor;
  readonly kind: FactorKind;
  readonly enrollment: Enrollment;
}

function start(org: Org, { user, factor, kind, enrollment }: Start): Factor {
  if (kind.enrollment === 'sent code') {
    const lifetimeSeconds = enrollment.lifetimeSeconds ?? CODE_LIFETIME_S;
    return sendCode(org, { user, factor }, { purpose: 'FACTOR_ENROLLMENT', lifetimeSeconds });
  }
  if (kind.enrollment === 'signature') return challengeKey(org, factor);
  const pairing = `00${randomText(org.chance, PAIRING_LENGTH, BASE64URL)}`;
  if (kind.enrollment === 'device') return openPush(org, { user, factor: { ...factor, pairing } });
  return { ...factor, pairing, sharedSecret: randomText(org.chance, SECRET_LENGTH, BASE32) };
}

/** Tokens whose codes another company checks prove themselves as they are enrolled. */
function checkForeignCodes({ provider }: FactorKind, body: JsonObject): void {
  const verify = objectIn(body, 'verify') ?? body;
  const wanted = provider === 'SYMANTEC' ? ['passCode', 'nextPassCode'] : ['passCode'];
  for (const member of wanted) {
    const code = verify[member];
    if (code === undefined || code === null || code === '') throw invalid(member, BLANK);
    if (!FOREIGN_CODE.test(String(code))) throw fail('E0000068');
  }
}

function assignYubikey(org: Org, { id }: User, body: JsonObject): void {
  const otp = readYubikeyOtp(org, textIn(objectIn(body, 'verify') ?? body, 'passCode') ?? '');
  if (otp === undefined) return;
  const now = nowIn(org);
  org.yubikeyTokens.set(otp.token.id, {
    ...otp.token,
    status: 'ACTIVE',
    userId: id,
    lastUpdated: now,
    lastVerified: now,
  });
}
