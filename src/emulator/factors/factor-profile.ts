import { BLANK, fail, invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';
import { answerDigest } from './answer-digest.js';
import type { Factor, FactorType } from './factor.js';
import { questions } from './questions.js';
import { readYubikeyOtp } from './yubikey-otp.js';

/** What an enrollment says about a factor. */
type Particulars = Pick<Factor, 'profile' | 'sharedSecret' | 'answer' | 'factorProfileId' | 'spent'>;

/** An enrollment: who enrolls, and the JSON that was sent. */
export interface Enrolling {
  readonly user: User;
  readonly body: JsonObject;
}

type Reader = (org: Org, enrolling: Enrolling) => Particulars;

const SHORTEST_ANSWER = 4;
const LAYOUT = /[\s().-]/g;
const E164 = /^\+[1-9]\d{6,14}$/;

const readers: Partial<Record<FactorType, Reader>> = {
  question: readQuestion,
  sms: (_, { body }) => ({ profile: { phoneNumber: readPhone(body) } }),
  call: (_, { body }) => ({ profile: { phoneNumber: readPhone(body), ...extensionIn(body) } }),
  email: (_, { user, body }) => ({ profile: { email: readEmail(user, body) } }),
  'token:software:totp': (_, { user }) => ({ profile: { credentialId: user.profile.login } }),
  token: (_, { user, body }) => ({
    profile: { credentialId: sentProfile(body, 'credentialId') ?? user.profile.login },
  }),
  'token:hardware': readYubikey,
  'token:hotp': (_, { body }) => ({
    sharedSecret: sentProfile(body, 'sharedSecret') ?? missing('sharedSecret'),
    factorProfileId: textIn(body, 'factorProfileId') ?? missing('factorProfileId'),
  }),
  web: (_, { user }) => ({ profile: { credentialId: user.profile.login } }),
};

/**
 * Reads what an enrollment says about the factor, and checks it.
 *
 * @param org - where YubiKeys are known
 * @param factorType - kind of the factor
 * @param enrolling - who enrolls, and what was sent
 * @returns members of the factor
 * @throws Fault `E0000001` for a member that is missing or wrong, `E0000068` for a YubiKey that is not known
 */
export function particularsOf(org: Org, factorType: FactorType, enrolling: Enrolling): Particulars {
  return readers[factorType]?.(org, enrolling) ?? {};
}

function sentProfile(body: JsonObject, member: string): string | undefined {
  return textIn(objectIn(body, 'profile') ?? {}, member);
}

function missing(member: string): never {
  throw invalid(member, BLANK);
}

function refused(cause: string) {
  return fail('E0000001', 'factorEnrollRequest', [cause]);
}

function readQuestion(_: Org, { body }: Enrolling): Particulars {
  const question = sentProfile(body, 'question') ?? missing('question');
  const answer = sentProfile(body, 'answer') ?? missing('answer');
  const questionText = Object.hasOwn(questions, question) ? questions[question] : undefined;
  if (questionText === undefined) throw refused('Invalid security question.');
  if (answer.trim().length < SHORTEST_ANSWER) {
    throw refused(`The security question answer must be at least ${SHORTEST_ANSWER} characters in length`);
  }
  return { profile: { question, questionText }, answer: answerDigest(answer) };
}

function readPhone(body: JsonObject): string {
  const phoneNumber = (sentProfile(body, 'phoneNumber') ?? missing('phoneNumber')).replace(LAYOUT, '');
  if (!E164.test(phoneNumber)) throw refused('Invalid Phone Number.');
  return phoneNumber;
}

function extensionIn(body: JsonObject): JsonObject {
  const phoneExtension = sentProfile(body, 'phoneExtension');
  return phoneExtension === undefined ? {} : { phoneExtension };
}

function readEmail({ profile }: User, body: JsonObject): string {
  const own = [profile['email'], profile['secondEmail']].filter((address) => typeof address === 'string');
  const wanted = sentProfile(body, 'email') ?? own[0];
  const found = own.find((address) => address.toLowerCase() === wanted?.toLowerCase());
  if (found === undefined) throw fail('E0000001', 'Only verified primary or secondary email can be enrolled.');
  return found;
}

function readYubikey(org: Org, { user, body }: Enrolling): Particulars {
  const passCode = textIn(objectIn(body, 'verify') ?? body, 'passCode') ?? missing('passCode');
  const otp = readYubikeyOtp(org, passCode);
  if (otp === undefined || (otp.token.userId ?? user.id) !== user.id) throw fail('E0000068');
  return { profile: { credentialId: otp.token.serial }, spent: otp.counter };
}
