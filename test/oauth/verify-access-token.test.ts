import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyAccessToken } from '../../src/auth/verify-access-token.js';
import { AccessTokenError } from '../../src/errors/access-token-error.js';
import { OktaError } from '../../src/errors/okta-error.js';
import { sendJson, suiteServer } from '../support/local-server.js';

let key: CryptoKey;
let otherKey: CryptoKey;
let jwk: object;
let broken = false;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  key = pair.privateKey;
  jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256' };
  otherKey = (await generateKeyPair('RS256')).privateKey;
});

const server = suiteServer((seen, response) => {
  if (broken) return sendJson(response, {}, { status: 503 });
  const metadata = { issuer: issuer(), jwks_uri: `${issuer()}/v1/keys` };
  sendJson(response, seen.url.includes('well-known') ? metadata : { keys: [jwk] });
});
const issuer = () => `${server().url}/oauth2/default`;

interface Changes {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly sign?: () => CryptoKey;
  readonly expires?: number;
}

function token({ claims = {}, header = {}, sign = () => key, expires = 60 }: Changes = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss: issuer(),
    aud: 'api://default',
    sub: '0oa1',
    cid: '0oa1',
    scp: ['read', 'write'],
    iat: now,
    exp: now + expires,
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(sign());
}

const verify = (options = {}) =>
  verifyAccessToken({ issuer: `${issuer()}/`, audience: 'api://default', scopes: ['read'], ...options });

describe('verifyAccessToken', () => {
  it('gives the claims of a token that is good', async () => {
    await expect(verify()(await token())).resolves.toMatchObject({ cid: '0oa1', scp: ['read', 'write'] });
  });

  it('takes scopes as text, too, and any audience if none is asked for', async () => {
    const text = await token({ claims: { scp: undefined, scope: 'read write', aud: 'api://other' } });
    await expect(verify({ audience: undefined })(text)).resolves.toMatchObject({ scope: 'read write' });
  });

  it('fetches the keys once', async () => {
    const check = verify();
    const before = server().requests.length;
    await Promise.all([check(await token()), check(await token())]);
    await check(await token());
    expect(server().requests.length - before).toBe(2);
  });

  it.each<[string, Changes]>([
    ['has expired', { expires: -60 }],
    ['is not valid yet', { claims: { nbf: Math.floor(Date.now() / 1000) + 600 } }],
    ['is of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['is for somebody else', { claims: { aud: 'api://other' } }],
    ['is signed by somebody else', { sign: () => otherKey }],
    ['names an unknown key', { header: { kid: 'k2' } }],
    ['is bound to a key', { claims: { cnf: { jkt: 'x' } } }],
  ])('answers 401 to a token that %s', async (_, changes) => {
    const error = await verify()(await token(changes)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AccessTokenError);
    expect(error).toMatchObject({
      status: 401,
      code: 'OKTA_TOKEN_INVALID',
      challenge: expect.stringMatching(/^Bearer error="invalid_token"/),
    });
  });

  it.each(['', 'none', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.'])('answers 401 to %j', async (text) => {
    await expect(verify()(text)).rejects.toMatchObject({ status: 401 });
  });

  it('answers 403 to a token without a scope, and names the scopes', async () => {
    await expect(verify({ scopes: ['read', 'admin'] })(await token())).rejects.toMatchObject({
      status: 403,
      code: 'OKTA_TOKEN_SCOPE',
      challenge:
        'Bearer error="insufficient_scope", error_description="The access token lacks admin", scope="read admin"',
    });
  });

  it('does not blame the token if there are no keys, and asks again with the next token', async () => {
    const check = verify();
    broken = true;
    const error = await check(await token()).catch((reason: unknown) => reason);
    broken = false;
    expect(error).toBeInstanceOf(OktaError);
    expect(error).toMatchObject({ code: 'OKTA_KEYS_UNAVAILABLE' });
    await expect(check(await token())).resolves.toMatchObject({ cid: '0oa1' });
  });
});
