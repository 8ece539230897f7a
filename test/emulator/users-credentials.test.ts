import { expect, it } from 'vitest';
import { type Client, errorOf, onBothWires } from './client.js';
import { createPerson, PASSWORD } from './people.js';

const NEW = 'An0therSecret';
const QUESTION = { question: 'Who is an engine?', answer: 'Analytical' };

async function withQuestion(client: Client): Promise<string> {
  await createPerson(client, 'ada', { credentials: { password: { value: PASSWORD }, recovery_question: QUESTION } });
  return '/api/v1/users/ada/credentials';
}

onBothWires('credentials of users', (emulate) => {
  it('changes a password for those who know the old one', async () => {
    const client = await emulate();
    const path = `${await withQuestion(client)}/change_password`;
    const body = { oldPassword: { value: PASSWORD }, newPassword: { value: NEW } };
    client.clock.tick(1000);
    expect((await client.post(path, body)).body).toEqual({
      password: {},
      emails: expect.any(Array),
      recovery_question: { question: QUESTION.question },
      provider: { type: 'OKTA', name: 'OKTA' },
    });
    expect((await client.get('/api/v1/users/ada')).body).toMatchObject({ passwordChanged: '2026-03-04T10:08:02.000Z' });
    expect(errorOf(await client.post(path, body))).toMatchObject({ status: 403, errorCode: 'E0000014' });
  });

  it.each([
    ['a weak new one', { oldPassword: { value: PASSWORD }, newPassword: { value: 'weak' } }, 'E0000014'],
    ['no new one', { oldPassword: { value: PASSWORD } }, 'E0000001'],
    ['no old one', { newPassword: { value: NEW } }, 'E0000001'],
    ['a text for an object', { oldPassword: PASSWORD, newPassword: { value: NEW } }, 'E0000003'],
  ])('refuses %s', async (_, body, code) => {
    const client = await emulate();
    const path = `${await withQuestion(client)}/change_password`;
    expect(errorOf(await client.post(path, body)).errorCode).toBe(code);
  });

  it('refuses a used password if strict', async () => {
    const client = await emulate();
    const path = `${await withQuestion(client)}/change_password?strict=true`;
    const body = { oldPassword: { value: PASSWORD }, newPassword: { value: PASSWORD } };
    expect(errorOf(await client.post(path, body)).errorCode).toBe('E0000014');
  });

  it('changes the recovery question for those who know the password', async () => {
    const client = await emulate();
    const path = `${await withQuestion(client)}/change_recovery_question`;
    const recovery_question = { question: 'Why?', answer: 'because' };
    const changed = await client.post(path, { password: { value: PASSWORD }, recovery_question });
    expect(changed.body).toMatchObject({ recovery_question: { question: 'Why?' } });
    expect(errorOf(await client.post(path, { password: { value: NEW }, recovery_question })).errorCode).toBe(
      'E0000014',
    );
    const short = { password: { value: PASSWORD }, recovery_question: { question: 'Why?', answer: 'no' } };
    expect(errorOf(await client.post(path, short)).causes).toEqual([
      'recovery_question.answer: The answer must be at least 4 characters in length',
    ]);
  });

  it('starts recovery for active users only', async () => {
    const client = await emulate();
    const path = `${await withQuestion(client)}/forgot_password`;
    expect((await client.post(path)).body).toEqual({});
    expect((await client.post(`${path}?sendEmail=false`)).body).toEqual({
      resetPasswordUrl: expect.stringMatching(/\/signin\/reset-password\/[\w-]{20}$/),
    });
    await client.post('/api/v1/users/ada/lifecycle/suspend');
    expect(errorOf(await client.post(path))).toMatchObject({ status: 403, errorCode: 'E0000034' });
  });

  it('sets a new password for the right answer, in any case', async () => {
    const client = await emulate();
    const path = `${await withQuestion(client)}/forgot_password_recovery_question`;
    const password = { value: NEW };
    const wrong = await client.post(path, { password, recovery_question: { answer: 'Steam' } });
    expect(errorOf(wrong)).toMatchObject({ status: 403, errorCode: 'E0000087' });
    const right = await client.post(path, { password, recovery_question: { answer: 'ANALYTICAL' } });
    expect(right.body).toMatchObject({ password: {} });
  });
});
