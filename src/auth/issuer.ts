import { HttpError } from '../errors/response-error.js';
import type { Handler, HttpRequest } from '../http/message.js';

/** A token endpoint. */
export interface Endpoint {
  readonly url: string;
  /** What assertions name as their audience. */
  readonly audience: string;
}

/** Custom authorization servers of Okta, whose endpoints are known without asking. */
const OKTA_ISSUER = /\/oauth2\/[^/]+$/;

/**
 * The token endpoint of the org itself.
 *
 * @param baseUrl - URL of the org
 * @returns the endpoint
 * @see https://developer.okta.com/docs/concepts/auth-servers/#org-authorization-server
 */
export function orgEndpoint(baseUrl: string): Endpoint {
  const url = `${baseUrl}/oauth2/v1/token`;
  return { url, audience: url };
}

/**
 * Finds the token endpoint of an issuer; asked once, and again only after a failure.
 *
 * @param issuer - URL of an authorization server, without a trailing slash
 * @param send - for the metadata of servers that are not Okta's
 * @returns gives the endpoint
 * @see RFC 8414, section 3, and OpenID Connect Discovery 1.0, section 4
 */
export function issuerEndpoint(issuer: string, send: Handler): () => Promise<Endpoint> {
  let found: Promise<Endpoint> | undefined;
  return () => {
    found ??= find(issuer, send).catch((error) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

async function find(issuer: string, send: Handler): Promise<Endpoint> {
  if (OKTA_ISSUER.test(issuer)) {
    const url = `${issuer}/v1/token`;
    return { url, audience: url };
  }
  const url = `${issuer}/.well-known/openid-configuration`;
  const request: HttpRequest = { method: 'GET', url, headers: { Accept: 'application/json' } };
  const response = await send(request);
  const body = await response.text();
  const endpoint = response.status === 200 ? endpointIn(body) : undefined;
  if (endpoint === undefined || new URL(endpoint).origin !== new URL(issuer).origin) {
    throw new HttpError({ request, response }, { reason: 'instead of the metadata of an authorization server', body });
  }
  return { url: endpoint, audience: issuer };
}

function endpointIn(body: string): string | undefined {
  try {
    const { token_endpoint: endpoint } = JSON.parse(body) as { token_endpoint?: unknown };
    return typeof endpoint === 'string' && URL.canParse(endpoint) ? endpoint : undefined;
  } catch {
    return undefined;
  }
}
