import { createHash, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { type Client, emulate, onBothWires, type Reply } from './client.js';
import {
  newKey,
  type ProofChoice,
  proofFor,
  publicJwk,
  requestToken,
  type ServiceApp,
  seconds,
  serviceApp,
  tokenIn,
} from './oauth-clients.js';

const BOUND = { settings: { dpop_bound_access_tokens: true } };
const TOKEN_REQUEST = 'POST /oauth2/v1/token';

async function askWith(client: Client, app: ServiceApp, choice: ProofChoice): Promise<Reply> {
  return requestToken(client, app, { headers: { DPoP: await proofFor(client, TOKEN_REQUEST, choice) } });
}

async function nonceOf(client: Client, app: ServiceApp, key: KeyObject): Promise<string> {
  return (await askWith(client, app, { key })).headers.get('dpop-nonce') ?? '';
}

async function boundToken(client: Client, app: ServiceApp, key: KeyObject): Promise<string> {
  const nonce = await nonceOf(client, app, key);
  return tokenIn(await askWith(client, app, { key, claims: { nonce } }));
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

async function readUsers(client: Client, token: string, proof: string | undefined, scheme = 'DPoP'): Promise<Reply> {
  const headers = { Authorization: `${scheme} ${token}`, ...(proof !== undefined && { DPoP: proof }) };
  return client.send('GET', '/api/v1/users?limit=1', { headers });
}

onBothWires('an app that must prove possession', (emulateOn) => {
  it('gets a bound token after it was told the nonce', async () => {
    const client = await emulateOn();
    const app = await serviceApp(client, BOUND);
    const key = newKey();
    const first = await askWith(client, app, { key });
    expect(first).toMatchObject({ status: 400, body: { error: 'use_dpop_nonce' } });
    const nonce = first.headers.get('dpop-nonce') ?? '';
    expect(nonce).toMatch(/^[\w-]{32}$/);
    const second = await askWith(client, app, { key, claims: { nonce } });
    expect(second).toMatchObject({ status: 200, body: { token_type: 'DPoP' } });
    expect(second.headers.get('dpop-nonce')).toBe(nonce);
    expect(decodeJwt(tokenIn(second))).toMatchObject({ cnf: { jkt: await calculateJwkThumbprint(publicJwk(key)) } });
  });

  it('calls the API with a proof for each request', async () => {
    const client = await emulateOn();
    const app = await serviceApp(client, BOUND);
    const key = newKey();
    const token = await boundToken(client, app, key);
    const proof = await proofFor(client, 'GET /api/v1/users', { key, claims: { ath: hashOf(token) } });
    expect((await readUsers(client, token, proof)).status).toBe(200);
    const again = await readUsers(client, token, proof);
    expect(again).toMatchObject({ status: 400, text: '' });
    expect(again.headers.get('www-authenticate')).toMatch(/^DPoP .*error="invalid_dpop_proof".*used before/);
  });
});

describe('a proof at the token endpoint', () => {
  it('is demanded', async () => {
    const client = await emulate('in process');
    const reply = await requestToken(client, await serviceApp(client, BOUND));
    expect(reply).toMatchObject({
      status: 400,
      body: { error: 'invalid_dpop_proof', error_description: 'The DPoP proof JWT header is missing.' },
    });
    expect(reply.headers.get('dpop-nonce')).toBeNull();
  });

  it('binds the token of an app that need not send one, too', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client);
    const key = newKey();
    expect(decodeJwt(await boundToken(client, app, key))).toHaveProperty('cnf.jkt');
  });

  it('may hold a nonce of the day before yesterday, but no older one', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client, BOUND);
    const key = newKey();
    const nonce = await nonceOf(client, app, key);
    client.clock.tick(2 * 86_400_000);
    const reply = await askWith(client, app, { key, claims: { nonce } });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('dpop-nonce')).not.toBe(nonce);
    client.clock.tick(86_400_000);
    expect(await askWith(client, app, { key, claims: { nonce } })).toMatchObject({ body: { error: 'use_dpop_nonce' } });
  });

  const wrong: readonly [string, (client: Client) => Omit<ProofChoice, 'key'>][] = [
    ['another type', () => ({ header: { typ: 'JWT' } })],
    ['a key that did not sign', () => ({ header: { jwk: publicJwk(newKey()) } })],
    ['no key', () => ({ header: { jwk: undefined } })],
    ['another method', () => ({ claims: { htm: 'GET' } })],
    ['another address', () => ({ claims: { htu: 'https://example.com/oauth2/v1/token' } })],
    ['no time', () => ({ claims: { iat: undefined } })],
    ['an old time', (client) => ({ claims: { iat: seconds(client) - 301 } })],
    ['a time to come', (client) => ({ claims: { iat: seconds(client) + 120 } })],
    ['no number', () => ({ claims: { jti: undefined } })],
  ];

  it.each(wrong)('is refused with %s', async (_, choose) => {
    const client = await emulate('in process');
    const app = await serviceApp(client, BOUND);
    const key = newKey();
    const nonce = await nonceOf(client, app, key);
    const choice = choose(client);
    const reply = await askWith(client, app, { ...choice, key, claims: { nonce, ...choice.claims } });
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_dpop_proof' } });
  });

  it('is refused with a private key in it', async () => {
    const client = await emulate('in process');
    const app = await serviceApp(client, BOUND);
    const key = newKey();
    const reply = await askWith(client, app, { key, header: { jwk: key.export({ format: 'jwk' }) } });
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_dpop_proof' } });
  });
});

describe('a bound token', () => {
  it('does not hold as a bearer token', async () => {
    const client = await emulate('in process');
    const token = await boundToken(client, await serviceApp(client, BOUND), newKey());
    const reply = await readUsers(client, token, undefined, 'Bearer');
    expect(reply).toMatchObject({ status: 400, text: '' });
    expect(reply.headers.get('www-authenticate')).toMatch(/^DPoP /);
  });

  const wrong: readonly [string, (token: string) => Omit<ProofChoice, 'key'>][] = [
    ['the hash of another token', () => ({ claims: { ath: hashOf('other') } })],
    ['no hash', () => ({})],
    ['another method', (token) => ({ claims: { ath: hashOf(token), htm: 'POST' } })],
  ];

  it.each(wrong)('needs a proof with the right claims, not with %s', async (_, choose) => {
    const client = await emulate('in process');
    const key = newKey();
    const token = await boundToken(client, await serviceApp(client, BOUND), key);
    const reply = await readUsers(
      client,
      token,
      await proofFor(client, 'GET /api/v1/users', { ...choose(token), key }),
    );
    expect(reply.status).toBe(400);
    expect(reply.headers.get('www-authenticate')).toContain('error="invalid_dpop_proof"');
  });

  it('needs a proof, made with its own key', async () => {
    const client = await emulate('in process');
    const token = await boundToken(client, await serviceApp(client, BOUND), newKey());
    expect((await readUsers(client, token, undefined)).status).toBe(400);
    const claims = { ath: hashOf(token) };
    const stolen = await proofFor(client, 'GET /api/v1/users', { key: newKey(), claims });
    expect((await readUsers(client, token, stolen)).status).toBe(400);
  });

  it('is not what an unbound one can pass for', async () => {
    const client = await emulate('in process');
    const key = newKey();
    const token = tokenIn(await requestToken(client, await serviceApp(client)));
    const proof = await proofFor(client, 'GET /api/v1/users', { key, claims: { ath: hashOf(token) } });
    expect(await readUsers(client, token, proof)).toMatchObject({ status: 401, text: '' });
  });
});
