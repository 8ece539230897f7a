import type { Clock } from '../clock.js';
import { unlessAborted } from '../errors/unless-aborted.js';
import type { HttpRequest } from '../http/message.js';
import type { AccessToken } from './access-token.js';
import type { TokenStore } from './token-store.js';
import { storedToken } from './token-store.js';

/** What a source is made of. */
export interface TokenSourceParts {
  /** Asks the server for a token. */
  readonly request: () => Promise<AccessToken>;
  readonly clock: Clock;
  /** Shares tokens between processes. */
  readonly store?: TokenStore | undefined;
  /** Under which name. */
  readonly storeKey: string;
}

/** A token this close to its end may end on its way. */
const LEAST_LIFE_MS = 10_000;
/** Part of a token's life after which the next one is asked for, while calls go on with this one. */
const FRESH_PART = 0.9;
/** How long a refresh that failed in the background is left alone. */
const PAUSE_MS = 30_000;

/**
 * Keeps an access token and renews it. Any number of calls that need one at the same time make one request; a failure
 * is told to those that wait for it, and the next call asks again.
 */
export class TokenSource {
  readonly #parts: TokenSourceParts;
  #current: AccessToken | undefined;
  #pending: Promise<AccessToken> | undefined;
  #pausedUntil = 0;

  /** @param parts - how tokens are got and kept */
  constructor(parts: TokenSourceParts) {
    this.#parts = parts;
  }

  /**
   * @param request - that needs it; its signal ends the wait, not the request for the token, which others may wait for
   * @returns a token that is good for now
   * @throws {@link OAuthError}, {@link ConnectionError}, {@link AbortError}
   */
  async get(request: HttpRequest): Promise<AccessToken> {
    const current = this.#current;
    const now = this.#parts.clock.now();
    if (current === undefined || current.expiresAt - now < LEAST_LIFE_MS) return unlessAborted(request, this.#renew());
    const isOld = now - current.issuedAt > (current.expiresAt - current.issuedAt) * FRESH_PART;
    if (isOld && now >= this.#pausedUntil) this.#renewInBackground();
    return current;
  }

  /**
   * Replaces a token that the service refused, unless that has happened already.
   *
   * @param rejected - the token
   * @param request - that was refused; its signal ends the wait
   * @returns another token
   */
  async replace(rejected: AccessToken, request: HttpRequest): Promise<AccessToken> {
    if (this.#current?.value === rejected.value) this.#current = undefined;
    return this.#current ?? unlessAborted(request, this.#renew(rejected));
  }

  #renew(rejected?: AccessToken): Promise<AccessToken> {
    this.#pending ??= this.#obtain(rejected).finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  #renewInBackground(): void {
    this.#renew(this.#current).catch(() => {
      this.#pausedUntil = this.#parts.clock.now() + PAUSE_MS;
    });
  }

  async #obtain(unwanted: AccessToken | undefined): Promise<AccessToken> {
    const { store, storeKey, request, clock } = this.#parts;
    const shared = storedToken(await store?.get(storeKey), clock.now() + LEAST_LIFE_MS);
    const isNew = shared !== undefined && shared.value !== unwanted?.value;
    const token = isNew ? shared : await request();
    this.#current = token;
    // A bound token is of no use to a process that has not its key.
    if (!isNew && token.type === 'Bearer') await store?.set(storeKey, { ...token, type: 'Bearer' });
    return token;
  }
}
