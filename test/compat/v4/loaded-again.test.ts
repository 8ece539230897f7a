import { expect, it, vi } from 'vitest';
import { Client } from '../../../src/sdk.js';
import { suiteServer } from '../../support/local-server.js';
import { answerLikeOkta } from './answer-like-okta.js';

const loads = vi.hoisted(() => ({ failing: 0 }));

// The file is there, but cannot be had for a while, as a chunk of a bundle that a network has to bring.
vi.mock('../../../src/compat/v4/flat-calls.js', async (original) => {
  if (loads.failing > 0) throw new Error(`failed for the ${loads.failing--}th time before it is there`);
  return await original();
});

const server = suiteServer(answerLikeOkta);

it('a list whose code could not be loaded works when it is read again, and is not sent twice', async () => {
  loads.failing = 2;
  const client = new Client({ orgUrl: server().url, token: '00token', environment: {}, cacheMiddleware: null });
  const keys = client.rotateAuthorizationServerKeys('a1', { use: 'sig' });
  await expect(keys.toArray()).rejects.toMatchObject({ code: 'OKTA_LOAD' });
  const users = client.listUsers();
  await expect(users.toArray()).rejects.toMatchObject({ code: 'OKTA_LOAD' });
  expect(server().requests).toHaveLength(0);
  expect(await users.toArray()).toHaveLength(1);
  expect(await keys.toArray()).toHaveLength(1);
  expect(await keys.toArray()).toHaveLength(1);
  expect(server().requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
});
