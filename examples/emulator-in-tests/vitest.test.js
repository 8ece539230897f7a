// Run with: npx vitest run
import * as okta from '@okta/okta-sdk-nodejs';
import { createEmulator } from '@okta/okta-sdk-nodejs/emulator';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { offboard } from './offboard.js';

const ada = { login: 'ada@example.com', email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' };
const emulator = createEmulator({ seed: { users: [{ profile: ada, status: 'ACTIVE' }] } });
let client;

beforeAll(async () => {
  const { url } = await emulator.listen();
  client = new okta.Client({ orgUrl: url, token: emulator.token, cache: { enabled: false } });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

test('a leaver is gone', async () => {
  expect(await offboard(client, ada.login)).toBe(true);
  await expect(client.userApi.getUser({ userId: ada.login })).rejects.toMatchObject({ status: 404 });
});

test('the System Log tells who did it', async () => {
  await offboard(client, ada.login);
  const events = client.systemLogApi.listLogEvents({ filter: 'eventType eq "user.lifecycle.deactivate"' });
  for await (const { actor, target } of events) {
    expect(actor.type).toBe('User');
    expect(target[0].alternateId).toBe(ada.login);
  }
});
