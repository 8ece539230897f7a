// Run with: node --test
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import * as okta from '@okta/okta-sdk-nodejs';
import { createEmulator } from '@okta/okta-sdk-nodejs/emulator';
import { offboard } from './offboard.js';

const ada = { login: 'ada@example.com', email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' };
const emulator = createEmulator({ seed: { users: [{ profile: ada, status: 'ACTIVE' }] } });
const { url } = await emulator.listen();
const client = new okta.Client({ orgUrl: url, token: emulator.token, cache: { enabled: false } });

beforeEach(() => {
  emulator.reset();
  emulator.faults.clear();
});
after(() => emulator.close());

test('a leaver is gone', async () => {
  assert.equal(await offboard(client, ada.login), true);
  await assert.rejects(client.userApi.getUser({ userId: ada.login }), { status: 404 });
});

test('who is not there cannot leave', async () => {
  assert.equal(await offboard(client, 'nobody@example.com'), false);
});

test('an org that is down for a moment does not keep anybody', async () => {
  emulator.faults.add({ operation: 'deactivateUser', times: 1, then: { status: 503 } });
  await offboard(client, ada.login).catch(() => offboard(client, ada.login));
  await assert.rejects(client.userApi.getUser({ userId: ada.login }), { status: 404 });
});
