import type { Caller } from '../call.js';
import type { WireRequest } from '../http/wire.js';
import type { Org } from '../org/org.js';
import { readAccessToken } from './access-token.js';
import { type Challenge, challenge } from './challenge.js';
import { checkProof, ProofFault } from './dpop-proof.js';
import { ORG_SERVER } from './signing-keys.js';

/** A request that came with an access token. */
export interface TokenRequest {
  readonly request: WireRequest;
  /** Path of the request, without query. */
  readonly uri: string;
  /** Scopes that the operation demands. */
  readonly scopes: readonly string[];
  /** `Bearer` or `DPoP`, in any case. */
  readonly scheme: string;
  readonly token: string;
}

const MANAGE = /\.read$/;

/**
 * Finds out which service app sent a request, and whether its token is good for it.
 *
 * @param org - whose tokens are valid
 * @param sent - the request, and what its operation demands
 * @returns the app
 * @throws Refusal without a body: 401 for a bad token, 403 for a missing scope, 400 for a bad proof of possession
 * @see RFC 6750, section 3.1, and RFC 9449, section 7
 */
export function authorizeToken(org: Org, sent: TokenRequest): Caller {
  const token = readAccessToken(org, ORG_SERVER, sent.token);
  const isProven = sent.scheme.toLowerCase() === 'dpop';
  const refuse = refusing(sent, isProven || token?.jkt !== undefined ? 'DPoP' : 'Bearer');
  if (token === undefined || (isProven && token.jkt === undefined)) {
    throw refuse(401, 'invalid_token', 'The access token is invalid or has expired.');
  }
  if (token.jkt !== undefined) checkPossession(org, { ...sent, jkt: token.jkt, isProven }, refuse);
  if (!sent.scopes.every((scope) => covers(token.scopes, scope))) {
    throw refuse(403, 'insufficient_scope', 'The access token does not hold the scopes that are needed.');
  }
  return { app: token.app, scopes: token.scopes };
}

type Refusing = (
  status: Challenge['status'],
  error: Challenge['error'],
  description: string,
) => ReturnType<typeof challenge>;

function refusing({ request: { origin }, uri, scopes }: TokenRequest, scheme: Challenge['scheme']): Refusing {
  return (status, error, description) =>
    challenge({ origin, resource: uri }, { status, scheme, error, description, scopes });
}

type Bound = TokenRequest & { readonly jkt: string; readonly isProven: boolean };

function checkPossession(org: Org, { request, token, jkt, isProven }: Bound, refuse: Refusing): void {
  const text = request.headers['dpop'];
  if (!isProven) throw refuse(400, 'invalid_dpop_proof', "The access token must be sent by the scheme 'DPoP'.");
  if (text === undefined) throw refuse(400, 'invalid_dpop_proof', 'The DPoP proof JWT header is missing.');
  try {
    const url = new URL(request.target, request.origin).href;
    const proof = checkProof(org, text, { method: request.method, url, accessToken: token });
    if (proof.jkt === jkt) return;
  } catch (error) {
    if (error instanceof ProofFault) throw refuse(400, 'invalid_dpop_proof', error.message);
    throw error;
  }
  throw refuse(400, 'invalid_dpop_proof', 'The DPoP proof is made with another key than the one of the access token.');
}

/** Who may write may read. */
function covers(granted: readonly string[], scope: string): boolean {
  return granted.includes(scope) || granted.includes(scope.replace(MANAGE, '.manage'));
}
