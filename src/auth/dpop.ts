import type { Clock } from '../clock.js';
import type { HttpRequest, HttpResponse } from '../http/message.js';
import { base64url, exportJWK, generateKeyPair, SignJWT } from './jose/sign.js';

/** What a proof is for. */
export interface Proven {
  readonly request: Pick<HttpRequest, 'method' | 'url'>;
  /** The token that is sent along, if it is a call and not a token request. */
  readonly accessToken?: string;
}

/**
 * Makes DPoP proofs with a key of its own, which is made with the first proof and never leaves this object. Remembers
 * the latest nonce of each server.
 *
 * @see RFC 9449
 */
export class DpopProver {
  readonly #clock: Clock;
  readonly #nonces = new Map<string, string>();
  #key: Promise<ProofKey> | undefined;

  /** @param clock - tells when a proof was made */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Makes a proof for one attempt of one request.
   *
   * @param proven - what it is for
   * @param skewMs - how far the server's clock is ahead of ours
   * @returns value of the `DPoP` header
   * @see RFC 9449, section 4.2
   */
  async proof({ request, accessToken }: Proven, skewMs = 0): Promise<string> {
    this.#key ??= makeKey();
    const { privateKey, jwk } = await this.#key;
    const nonce = this.#nonces.get(new URL(request.url).origin);
    const claims = {
      htm: request.method,
      htu: request.url.replace(/[?#].*$/, ''),
      jti: crypto.randomUUID(),
      iat: Math.floor((this.#clock.now() + skewMs) / 1000),
      ...(accessToken === undefined ? {} : { ath: await hashOf(accessToken) }),
      ...(nonce === undefined ? {} : { nonce }),
    };
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk }).sign(privateKey);
  }

  /**
   * Remembers the nonce of an answer, for the next proof to the same server.
   *
   * @param url - of the request
   * @param response - success or error
   * @returns whether there was one that is not known yet
   * @see RFC 9449, section 8
   */
  learn(url: string, { headers }: HttpResponse): boolean {
    const nonce = headers.get('dpop-nonce');
    if (nonce === null) return false;
    const { origin } = new URL(url);
    if (this.#nonces.get(origin) === nonce) return false;
    this.#nonces.set(origin, nonce);
    return true;
  }
}

interface ProofKey {
  readonly privateKey: CryptoKey;
  /** The public part. */
  readonly jwk: object;
}

async function makeKey(): Promise<ProofKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const { kty, crv, x, y } = await exportJWK(publicKey);
  return { privateKey, jwk: { kty, crv, x, y } };
}

async function hashOf(text: string): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
