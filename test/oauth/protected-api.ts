import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, createRemoteJWKSet, EmbeddedJWK, type JWK, jwtVerify } from 'jose';
import { type LocalServer, localServer, type Seen, sendJson } from '../support/local-server.js';
import { AUDIENCE } from './provider.js';

/** An API that takes tokens of an issuer only, as RFC 6750 and RFC 9449 say; every proof only once. */
export interface ProtectedApi extends LocalServer {
  /** From here on no token that was seen so far is taken. */
  revoke(): void;
}

/**
 * Starts an API for one test.
 *
 * @param issuer - whose tokens it takes
 * @returns the API; any path answers a user
 */
export async function protectedApi(issuer: string): Promise<ProtectedApi> {
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const revoked = new Set<string>();
  const seenTokens = new Set<string>();
  const seenProofs = new Set<string>();
  const server = await localServer((seen, response) => {
    check(seen).then(
      () => sendJson(response, { id: '00u1' }),
      (error: Error) => sendJson(response, { error: error.message }, refusal(error)),
    );
  });
  return { ...server, revoke };

  function revoke(): void {
    for (const token of seenTokens) revoked.add(token);
  }

  async function check({ headers, method, url }: Seen): Promise<void> {
    const [scheme = '', token = ''] = (headers.authorization ?? '').split(' ');
    const { payload } = await jwtVerify(token, keys, { issuer, audience: AUDIENCE });
    seenTokens.add(token);
    if (revoked.has(token)) throw new Error('revoked');
    const { jkt } = (payload['cnf'] ?? {}) as { jkt?: string };
    if ((jkt !== undefined) !== (scheme === 'DPoP')) throw new Error('scheme does not fit the token');
    if (jkt !== undefined) await checkProof({ proof: String(headers['dpop']), token, jkt, method, url });
  }

  async function checkProof({
    proof,
    token,
    jkt,
    method,
    url,
  }: Record<'proof' | 'token' | 'jkt' | 'method' | 'url', string>) {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      maxTokenAge: 60,
      clockTolerance: 5,
    });
    const ath = createHash('sha256').update(token).digest('base64url');
    const expected = { htm: method, htu: server.url + url.replace(/\?.*/, ''), ath };
    for (const [claim, value] of Object.entries(expected))
      if (payload[claim] !== value) throw new Error(`proof: ${claim}`);
    if ((await calculateJwkThumbprint(protectedHeader.jwk as JWK)) !== jkt) throw new Error('proof: another key');
    if (seenProofs.has(String(payload.jti))) throw new Error('proof: used before');
    seenProofs.add(String(payload.jti));
  }
}

function refusal(error: Error) {
  return {
    status: 401,
    headers: { 'WWW-Authenticate': `Bearer error="invalid_token", error_description="${error.message}"` },
  };
}
