import type { Clock } from '../clock.js';
import { OAuthError, type OAuthErrorBody } from '../errors/oauth-error.js';
import type { Handler, HttpRequest, HttpResponse } from '../http/message.js';
import { printable } from '../http/printable.js';
import type { AccessToken } from './access-token.js';
import { clientAssertion } from './client-assertion.js';
import type { DpopProver } from './dpop.js';
import type { Endpoint } from './issuer.js';
import type { SignJwt } from './sign-jwt.js';

/** A service app and how it proves who it is. */
export interface ServiceApp {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly sign: SignJwt;
  /** Where tokens come from. */
  readonly endpoint: () => Promise<Endpoint>;
  /** Whether tokens are bound to a key: always, never, or when the server demands it. */
  readonly dpop: boolean | 'auto';
  readonly prover: DpopProver;
  readonly send: Handler;
  readonly clock: Clock;
}

/** What is done about a refusal, each at most once per token. */
type Remedy = 'bind' | 'nonce' | 'skew';

/** A clock that is wrong by less has refused nothing. */
const SMALLEST_SKEW_MS = 5000;

/**
 * Gets access tokens by client credentials and a signed assertion. Remembers whether the server wants DPoP, and how far
 * its clock is ahead.
 *
 * @see RFC 6749, section 4.4, RFC 7523 and https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/
 */
export class TokenEndpoint {
  readonly #app: ServiceApp;
  /** Whether requests have a proof from the beginning. */
  #isBound: boolean;
  #skewMs = 0;

  /** @param app - who asks */
  constructor(app: ServiceApp) {
    this.#app = app;
    this.#isBound = app.dpop === true;
  }

  /** How far the server's clock is ahead of ours, in milliseconds. */
  get skewMs(): number {
    return this.#skewMs;
  }

  /**
   * Asks for a token; again if the server wants DPoP, a nonce or the right time, once for each.
   *
   * @returns the token
   * @throws {@link OAuthError} if the server gives none, {@link ConnectionError} if it does not answer
   */
  async request(): Promise<AccessToken> {
    const endpoint = await this.#app.endpoint();
    const tried = new Set<Remedy>();
    for (let isBound = this.#isBound; ; isBound ||= tried.has('bind')) {
      const request = await this.#requestTo(endpoint, isBound);
      const response = await this.#app.send(request);
      const body = await readJson(response);
      const isNonceNew = this.#app.prover.learn(request.url, response);
      const isClockNew = this.#setClock(response);
      if (response.status === 200 && isToken(body)) {
        this.#isBound = isBound;
        return this.#tokenFrom(body);
      }
      const remedy = this.#remedyFor(body, { isNonceNew, isClockNew, isBound });
      if (remedy === undefined || tried.has(remedy)) throw this.#failure(body, { request, response });
      tried.add(remedy);
    }
  }

  async #requestTo({ url, audience }: Endpoint, isBound: boolean): Promise<HttpRequest> {
    const { clientId, scopes, clock, sign, prover } = this.#app;
    const assertion = await clientAssertion({ clientId, audience, sign, nowMs: clock.now() + this.#skewMs });
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      scope: scopes.join(' '),
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    });
    const request = { method: 'POST', url } as const;
    const proof = isBound ? { DPoP: await prover.proof({ request }, this.#skewMs) } : {};
    const headers = { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded', ...proof };
    return printable({ ...request, headers, body: form.toString() });
  }

  #tokenFrom(body: TokenBody): AccessToken {
    const now = this.#app.clock.now();
    const lifeMs = (Number(body.expires_in) || STANDARD_LIFE_S) * 1000;
    const type = String(body.token_type).toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer';
    return { value: body.access_token, type, issuedAt: now, expiresAt: now + lifeMs };
  }

  /** Finds out why there was no token, and what can be changed about it. */
  #remedyFor({ error }: OAuthErrorBody, { isNonceNew, isClockNew, isBound }: Refusal): Remedy | undefined {
    if (error === 'invalid_client') return isClockNew ? 'skew' : undefined;
    if (this.#app.dpop === false || !ABOUT_PROOF.has(error)) return undefined;
    return isBound ? (isNonceNew ? 'nonce' : undefined) : 'bind';
  }

  /** Gives whether the clocks were apart. */
  #setClock({ headers }: HttpResponse): boolean {
    const skewMs = Date.parse(headers.get('date') ?? '') - this.#app.clock.now();
    if (Number.isNaN(skewMs) || Math.abs(skewMs - this.#skewMs) < SMALLEST_SKEW_MS) return false;
    this.#skewMs = skewMs;
    return true;
  }

  #failure(body: OAuthErrorBody, { request, response }: Exchange): OAuthError {
    const isUnbound = this.#app.dpop === false && ABOUT_PROOF.has(body.error);
    const hint = isUnbound ? { hint: 'perhaps the app demands DPoP, but `dpop` is false' } : {};
    return new OAuthError(request, response, { ...body, ...hint });
  }
}

/**
 * Errors of servers that want a proof: Okta's for no proof or a bad one, the standard one for a nonce, and what other
 * servers say to clients of which nothing but a proof is missing.
 */
const ABOUT_PROOF: ReadonlySet<unknown> = new Set(['invalid_dpop_proof', 'use_dpop_nonce', 'invalid_grant']);

interface Refusal {
  /** Whether the answer showed that the clocks are apart. */
  readonly isClockNew: boolean;
  /** Whether the answer brought a nonce that was not known. */
  readonly isNonceNew: boolean;
  /** Whether the request had a proof. */
  readonly isBound: boolean;
}

interface Exchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
}

interface TokenBody extends OAuthErrorBody {
  readonly access_token: string;
  readonly token_type?: unknown;
  readonly expires_in?: unknown;
}

/** What servers that do not say it mean. Source: RFC 6749, section 5.1 leaves it open; Okta's tokens live an hour. */
const STANDARD_LIFE_S = 3600;

function isToken(body: OAuthErrorBody): body is TokenBody {
  const { access_token: token } = body as Partial<TokenBody>;
  return typeof token === 'string' && token !== '';
}

async function readJson(response: HttpResponse): Promise<OAuthErrorBody> {
  try {
    const body: unknown = JSON.parse(await response.text());
    return typeof body === 'object' && body !== null ? body : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
