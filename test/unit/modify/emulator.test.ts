import { expect, it, onTestFinished } from 'vitest';
import { bulk } from '../../../src/bulk/bulk.js';
import { Client } from '../../../src/client.js';
import { createEmulator } from '../../../src/emulator/create-emulator.js';
import { searchExpression } from '../../../src/expression/expression.js';
import { modify } from '../../../src/modify/modify.js';

async function org() {
  const emulator = createEmulator();
  const { url } = await emulator.listen();
  onTestFinished(() => emulator.close());
  return new Client({ orgUrl: url, token: emulator.token, environment: {} });
}

const profileOf = (n: number) => ({
  login: `user${n}@example.com`,
  email: `user${n}@example.com`,
  firstName: 'Ada',
  lastName: `O"Hara \\ ${n % 2}`,
  department: 'Analysis',
});

it('users of the embedded org are made, found whatever their names, changed and read without losing members', async () => {
  const { userApi } = await org();
  const numbers = Array.from({ length: 40 }, (_, n) => n);
  const made = await bulk(numbers, (n) => userApi.createUser({ body: { profile: profileOf(n) } }));
  expect(made.every(({ ok }) => ok)).toBe(true);
  const twice = await bulk([0], (n) => userApi.createUser({ body: { profile: profileOf(n) } }));
  expect(twice).toMatchObject([{ ok: false, item: 0, index: 0, error: { status: 400, errorCode: 'E0000001' } }]);

  const search = searchExpression`profile.lastName eq ${profileOf(1).lastName} and status eq ${['STAGED', 'PROVISIONED']}`;
  const changed = await bulk(userApi.listUsers({ search, limit: 7 }), ({ id: userId }) =>
    modify(
      (options) => userApi.getUser({ userId }, options),
      ({ profile }) => {
        profile.title = 'Countess';
      },
      (user) => userApi.replaceUser({ userId, user }),
    ),
  );
  expect(changed).toHaveLength(20);
  for (const { item } of changed) {
    expect((await userApi.getUser({ userId: item.id })).profile).toMatchObject({
      ...item.profile,
      title: 'Countess',
      department: 'Analysis',
    });
  }
});
