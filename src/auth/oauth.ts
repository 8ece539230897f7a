import type { HttpRequest, HttpResponse, Middleware } from '../http/message.js';
import { withHeaders } from '../http/with-headers.js';
import type { AccessToken } from './access-token.js';
import type { DpopProver } from './dpop.js';
import type { TokenSource } from './token-source.js';

/** What the middleware is made of. */
export interface OAuthParts {
  readonly source: TokenSource;
  readonly prover: DpopProver;
  /** How far the server's clock is ahead of ours, in milliseconds. */
  readonly skewMs: () => number;
}

/**
 * Sends requests with an access token, and with a proof if the token is bound to a key. A token that the service
 * refuses is replaced once, a proof for want of a nonce as well. Stands inside retry, so that every attempt has a proof
 * of its own.
 *
 * @param parts - where tokens and proofs come from
 * @returns the middleware
 * @see RFC 6750, sections 2.1 and 3.1, and RFC 9449, sections 7 and 9
 */
export function oauth({ source, prover, skewMs }: OAuthParts): Middleware {
  return async (request, next) => {
    const attempt = async (token: AccessToken) => {
      const response = await next(await authorized(request, token));
      const isNonceNew = prover.learn(request.url, response);
      return { response, wantsNonce: isNonceNew && challenge(response).includes('use_dpop_nonce') };
    };
    const token = await source.get(request);
    const { response, wantsNonce } = await attempt(token);
    if (response.status !== 401) return response;
    if (wantsNonce) return (await attempt(token)).response;
    const refusal = await refusalIn(response);
    if (!refusal.ofToken) return refusal.response;
    return (await attempt(await source.replace(token, request))).response;
  };

  async function authorized(request: HttpRequest, { type, value }: AccessToken): Promise<HttpRequest> {
    const proof = type === 'DPoP' ? { DPoP: await prover.proof({ request, accessToken: value }, skewMs()) } : {};
    return withHeaders(request, { Authorization: `${type} ${value}`, ...proof });
  }
}

function challenge({ headers }: HttpResponse): string {
  return headers.get('www-authenticate') ?? '';
}

/** Okta's code for a token that it does not take; other 401 answers are about something else. */
const INVALID_TOKEN = 'E0000011';

/** Whether a 401 is about the token. The body can be read but once, so an answer that can still be read goes along. */
async function refusalIn(response: HttpResponse): Promise<{ ofToken: boolean; response: HttpResponse }> {
  const text = challenge(response);
  const bytes = await response.bytes();
  const body = new TextDecoder().decode(bytes);
  const readable = { ...response, text: async () => body, bytes: async () => bytes };
  return {
    ofToken: text.includes('invalid_token') || body.includes(INVALID_TOKEN) || (text === '' && body === ''),
    response: readable,
  };
}
