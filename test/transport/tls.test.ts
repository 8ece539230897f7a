import { Agent } from 'node:https';
import { describe, expect, it } from 'vitest';
import { Client } from '../../src/client.js';
import type { ConfigurationOptions } from '../../src/config/options.js';
import { sendJson } from '../support/local-server.js';
import { createAuthority, PASSPHRASE, secureServer } from './certificates.js';

const authority = createAuthority();
const { ca, client: identity } = authority;

async function call(
  options: ConfigurationOptions,
  serverOptions: object = {},
): Promise<{ error: unknown; clients: (string | undefined)[] }> {
  const server = await secureServer({ ...authority.server, ...serverOptions }, (_, response) =>
    sendJson(response, { id: 'u1' }),
  );
  const client = new Client({
    orgUrl: server.url,
    token: '00token',
    environment: {},
    rateLimit: { maxRetries: 0 },
    ...options,
  });
  const error = await client.userApi.getUser({ userId: 'u1' }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, clients: server.requests.map(({ client: name }) => name) };
}

describe('a server of an authority that Node does not know', () => {
  it('is refused, and nothing is sent to it', async () => {
    const { error, clients } = await call({});
    expect(error).toMatchObject({
      name: 'ConnectionError',
      maybeSent: false,
      cause: { code: /SELF_SIGNED|UNABLE_TO/ },
    });
    expect(clients).toEqual([]);
  });

  it.each<[string, ConfigurationOptions]>([
    ['as text', { tls: { ca } }],
    ['as bytes', { tls: { ca: Buffer.from(ca) } }],
    ['in a list', { tls: { ca: [identity.cert, ca] } }],
    ['with an agent', { tls: { ca }, agent: new Agent() }],
    ['at an agent', { agent: new Agent({ ca }) }],
    ['at an agent for the URL', { agent: (url) => new Agent(url.hostname === 'localhost' ? { ca } : {}) }],
  ])('is trusted if its authority is given %s', async (_, options) => {
    expect((await call(options)).error).toBeUndefined();
  });
});

describe('a server that wants a certificate of the client', () => {
  const wanting = { requestCert: true, rejectUnauthorized: true, ca };

  it('refuses a client without', async () => {
    const { error, clients } = await call({ tls: { ca } }, wanting);
    expect(error).toMatchObject({ name: 'ConnectionError' });
    expect(clients).toEqual([]);
  });

  it.each([
    ['with its key', { cert: identity.cert, key: identity.key }],
    ['with its encrypted key', { cert: identity.cert, key: identity.encryptedKey, passphrase: PASSPHRASE }],
  ])('takes one %s', async (_, shown) => {
    expect(await call({ tls: { ca, ...shown } }, wanting)).toEqual({ error: undefined, clients: ['client'] });
  });
});

describe('a certificate that cannot be used', () => {
  it.each([
    ['a wrong passphrase', { cert: identity.cert, key: identity.encryptedKey, passphrase: 'MARK' }],
    ['a key of something else', { cert: identity.cert, key: authority.server.key }],
    ['text that is no PEM', { cert: 'MARK', key: 'MARK' }],
  ])('is told for %s, without showing it', async (_, tls) => {
    const { error } = await call({ tls });
    expect(error).toMatchObject({ name: 'ConfigError', faults: [{ setting: 'tls' }] });
    expect(String(error)).not.toContain('MARK');
  });
});
