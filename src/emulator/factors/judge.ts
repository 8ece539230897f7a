import { customOtpSettings } from '../authenticators/custom-otp.js';
import { textIn } from '../body.js';
import { type JsonObject, memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import { answerDigest } from './answer-digest.js';
import type { Factor, FactorType } from './factor.js';
import { fromBase32, judgeTotp, type OtpSettings, STANDARD_OTP } from './one-time-password.js';
import { readYubikeyOtp } from './yubikey-otp.js';

/** What is said about a proof; a right one changes the factor, so that it is not accepted again. */
export type Judgement =
  | { readonly kind: 'right'; readonly factor: Factor }
  | { readonly kind: 'wrong' | 'replayed' | 'late' };

type Judge = (org: Org, factor: Factor, proof: JsonObject) => Judgement;

const WRONG: Judgement = { kind: 'wrong' };
/** What tokens show whose codes another company checks. */
const FOREIGN_CODE = /^\d{6,10}$/;

const judges: Partial<Record<FactorType, Judge>> = {
  question: (_, factor, proof) => {
    const answer = textIn(proof, 'answer') ?? textIn(proof, 'passCode') ?? '';
    return factor.answer === answerDigest(answer) ? { kind: 'right', factor } : WRONG;
  },
  sms: judgeSentCode,
  call: judgeSentCode,
  email: judgeSentCode,
  'token:software:totp': (org, factor, proof) =>
    judgeComputed(org, { factor, settings: STANDARD_OTP, key: fromBase32(factor.sharedSecret ?? '') }, proof),
  'token:hotp': (org, factor, proof) => judgeComputed(org, { factor, ...customOtpSettings(org, factor) }, proof),
  token: (_, factor, proof) =>
    // There is no RSA or Symantec server to ask, so every code of the right form is theirs.
    FOREIGN_CODE.test(textIn(proof, 'passCode') ?? '') ? { kind: 'right', factor } : WRONG,
  'token:hardware': judgeYubikey,
  webauthn: judgeSignature,
  u2f: judgeSignature,
};

/**
 * Judges a passcode, an answer or a signature.
 *
 * @param org - clock and settings
 * @param factor - what it is to prove the possession of
 * @param proof - the JSON that was sent
 * @returns the judgement; nothing is stored
 */
export function judge(org: Org, factor: Factor, proof: JsonObject): Judgement {
  return judges[factor.factorType]?.(org, factor, proof) ?? WRONG;
}

function judgeSentCode({ clock }: Org, factor: Factor, proof: JsonObject): Judgement {
  const { challenge, ...rest } = factor;
  const code = textIn(proof, 'passCode') ?? '';
  if (challenge === undefined || challenge.code !== code) return WRONG;
  return clock.now() > challenge.expires ? { kind: 'late' } : { kind: 'right', factor: rest };
}

interface Computed {
  readonly factor: Factor;
  readonly settings: OtpSettings;
  readonly key: Buffer;
}

function judgeComputed({ clock }: Org, { factor, settings, key }: Computed, proof: JsonObject): Judgement {
  const attempt = { code: textIn(proof, 'passCode') ?? '', now: clock.now(), spent: factor.spent ?? -1 };
  const verdict = judgeTotp(key, attempt, settings);
  return verdict.kind === 'right' ? { kind: 'right', factor: { ...factor, spent: verdict.step } } : verdict;
}

function judgeYubikey(org: Org, factor: Factor, proof: JsonObject): Judgement {
  const otp = readYubikeyOtp(org, textIn(proof, 'passCode') ?? '');
  if (otp === undefined || otp.token.serial !== factor.profile?.['credentialId']) return WRONG;
  if (otp.counter <= (factor.spent ?? -1)) return { kind: 'replayed' };
  return { kind: 'right', factor: { ...factor, spent: otp.counter } };
}

/** The signature itself is not checked, only that it was made for this challenge. */
function judgeSignature({ clock }: Org, factor: Factor, proof: JsonObject): Judgement {
  const { challenge, ...rest } = factor;
  if (challenge === undefined || challenge.code !== signedChallenge(textIn(proof, 'clientData') ?? '')) return WRONG;
  return clock.now() > challenge.expires ? { kind: 'late' } : { kind: 'right', factor: rest };
}

/**
 * The challenge that client data tell of. Okta's challenges are base64url, which browsers decode and encode again.
 *
 * Source: https://www.w3.org/TR/webauthn-2/#dictionary-client-data
 */
function signedChallenge(clientData: string): unknown {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(clientData, 'base64').toString());
    return memberAt(parsed, ['challenge']);
  } catch {
    return undefined;
  }
}
