import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A client of the provider. */
export interface ProviderClient {
  readonly id: string;
  readonly alg: string;
  readonly jwk: object;
  readonly dpop?: boolean;
}

/** What a provider does beyond the usual. */
export interface ProviderOptions {
  /** Whether proofs need a nonce. */
  readonly nonce?: boolean;
  /** Seconds. */
  readonly life?: number;
}

/** A real authorization server that nobody here wrote. */
export interface RunningProvider {
  readonly issuer: string;
  /** Token requests that arrived. */
  readonly requests: () => number;
  close(): Promise<void>;
}

/** Whom tokens are for. */
export const AUDIENCE = 'api://test';
/** The scope that all clients may ask for. */
export const SCOPE = 'okta.users.read';

/**
 * Starts a provider on this machine. Its tokens are JWTs.
 *
 * @param clients - who may ask for tokens
 * @param options - nonce and life of tokens
 * @returns the provider
 */
export async function startProvider(
  clients: readonly ProviderClient[],
  options: ProviderOptions = {},
): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(clients, options));
  const handle = provider.callback();
  let requests = 0;
  server.on('request', (request, response) => {
    if (request.url === '/token') requests += 1;
    void handle(request, response);
  });
  return { issuer, requests: () => requests, close: () => close(server) };
}

function configuration(clients: readonly ProviderClient[], { nonce = false, life = 3600 }: ProviderOptions): object {
  const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA'];
  return {
    clients: clients.map(({ id, alg, jwk, dpop = false }) => ({
      client_id: id,
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: alg,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      jwks: { keys: [jwk] },
      dpop_bound_access_tokens: dpop,
    })),
    scopes: [SCOPE],
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: algorithms, dPoPSigningAlgValues: ['ES256'] },
    ttl: { ClientCredentials: life },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      dPoP: { enabled: true, nonceSecret: Buffer.alloc(32, 7), requireNonce: () => nonce },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience: AUDIENCE,
          accessTokenTTL: life,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
