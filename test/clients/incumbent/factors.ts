import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Day, given, hire, readAll, refusal } from './org.js';

const STEP_S = 30;

/** Source: RFC 4648, section 6 */
function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator app shows. Source: RFC 6238 */
function passCodeOf(secret: string, stepsAhead = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / STEP_S) + stepsAhead));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** @param day - the org */
export function factorsOf(day: Day): void {
  const lastCode = () => given(day.outbox().at(-1)?.passCode);

  describe('factors', () => {
    it('of an authenticator app are enrolled, activated, verified and taken away', async () => {
      const { userFactorApi } = day.client;
      const userId = await hire(day.client, 'Totp');
      const body = { factorType: 'token:software:totp' as const, provider: 'GOOGLE' as const };
      const enrolled = await userFactorApi.enrollFactor({ userId, body });
      expect(enrolled.status).toBe('PENDING_ACTIVATION');
      const factorId = given(enrolled.id);
      const { sharedSecret } = given(Object(enrolled)['_embedded']).activation;
      const wrong = userFactorApi.activateFactor({ userId, factorId, body: { passCode: '000000' } });
      expect(await refusal(wrong)).toEqual([403, 'E0000068']);
      const activated = await userFactorApi.activateFactor({
        userId,
        factorId,
        body: { passCode: passCodeOf(sharedSecret) },
      });
      expect(activated).toMatchObject({ status: 'ACTIVE' });
      const next = { passCode: passCodeOf(sharedSecret, 1) };
      expect(await userFactorApi.verifyFactor({ userId, factorId, body: next })).toMatchObject({
        factorResult: 'SUCCESS',
      });
      await userFactorApi.unenrollFactor({ userId, factorId });
      expect(await refusal(userFactorApi.getFactor({ userId, factorId }))).toEqual([404, 'E0000007']);
    });

    it('of the kind question are active at once and check the answer', async () => {
      const { userFactorApi } = day.client;
      const userId = await hire(day.client, 'Question');
      expect(await readAll(userFactorApi.listSupportedSecurityQuestions({ userId }))).not.toHaveLength(0);
      const profile = { question: 'disliked_food', answer: 'mayonnaise' };
      const body = { factorType: 'question' as const, provider: 'OKTA' as const, profile };
      const { id, status } = await userFactorApi.enrollFactor({ userId, body });
      expect(status).toBe('ACTIVE');
      const factorId = given(id);
      const verify = (answer: string) => userFactorApi.verifyFactor({ userId, factorId, body: { answer } });
      expect(await verify('mayonnaise')).toMatchObject({ factorResult: 'SUCCESS' });
      expect(await refusal(verify('ketchup'))).toEqual([403, 'E0000068']);
      expect(await readAll(userFactorApi.listFactors({ userId }))).toMatchObject([{ factorType: 'question' }]);
    });

    it('of the kind sms send codes', async () => {
      const { userApi, userFactorApi } = day.client;
      const userId = await hire(day.client, 'Sms');
      const profile = { phoneNumber: '+1-555-415-1337' };
      const body = { factorType: 'sms' as const, provider: 'OKTA' as const, profile };
      const { id, status } = await userFactorApi.enrollFactor({ userId, body });
      expect(status).toBe('PENDING_ACTIVATION');
      const factorId = given(id);
      const passCode = lastCode();
      expect(await userFactorApi.activateFactor({ userId, factorId, body: { passCode } })).toMatchObject({
        status: 'ACTIVE',
      });
      await userApi.resetFactors({ userId });
      expect(await readAll(userFactorApi.listFactors({ userId }))).toEqual([]);
    });
  });
}
