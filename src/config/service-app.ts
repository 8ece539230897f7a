import { DpopProver } from '../auth/dpop.js';
import { issuerEndpoint, orgEndpoint } from '../auth/issuer.js';
import { oauth } from '../auth/oauth.js';
import { jwtSigner } from '../auth/sign-jwt.js';
import { TokenEndpoint } from '../auth/token-endpoint.js';
import { TokenSource } from '../auth/token-source.js';
import type { TokenStore } from '../auth/token-store.js';
import type { Clock } from '../clock.js';
import type { Handler, Middleware } from '../http/message.js';
import type { ServiceAppSettings } from './credential.js';

/** What tokens are got with. */
export interface Surroundings {
  readonly baseUrl: string;
  readonly clock: Clock;
  /** Sends token requests. */
  readonly send: Handler;
  readonly store: TokenStore | undefined;
}

/**
 * @param app - its settings
 * @param surroundings - what tokens are got with
 * @returns the step of the pipeline that gets access tokens and puts them into requests
 */
export function serviceApp(app: ServiceAppSettings, { baseUrl, clock, send, store }: Surroundings): Middleware {
  const { clientId, scopes, key, keyId, issuer, dpop } = app;
  const prover = new DpopProver(clock);
  const org = orgEndpoint(baseUrl);
  const endpoint = issuer === undefined ? () => Promise.resolve(org) : issuerEndpoint(issuer, send);
  const tokens = new TokenEndpoint({
    clientId,
    scopes,
    sign: jwtSigner(key, keyId),
    endpoint,
    dpop,
    prover,
    send,
    clock,
  });
  const storeKey = ['okta-token', issuer ?? baseUrl, clientId, [...scopes].sort().join(' ')].join('|');
  const source = new TokenSource({ request: () => tokens.request(), clock, store, storeKey });
  return oauth({ source, prover, skewMs: () => tokens.skewMs });
}
