import type { App } from '../apps/app.js';
import type { Call } from '../call.js';
import { clientSetting } from './client.js';
import { currentNonce, DPOP_NONCE, isNonce } from './dpop-nonce.js';
import { checkProof, type Proof, ProofFault } from './dpop-proof.js';
import { refuse } from './oauth-error.js';

/**
 * Checks the proof of possession that comes with a request for a token.
 *
 * @param call - the request
 * @param app - who asks
 * @returns thumbprint of the key to bind the token to, `undefined` if none was sent and none is demanded
 * @throws Refusal `invalid_dpop_proof`, or `use_dpop_nonce` with the nonce to use
 * @see https://developer.okta.com/docs/guides/dpop/oktaresourceserver/main/ and RFC 9449, sections 5 and 8
 */
export function tokenProof(call: Call, app: App): string | undefined {
  const text = call.headers['dpop'];
  if (text === undefined) {
    if (clientSetting(app, 'dpop_bound_access_tokens') !== true) return undefined;
    throw refuse('invalid_dpop_proof', 'The DPoP proof JWT header is missing.');
  }
  const { jkt, nonce } = checked(call, text);
  if (!isNonce(call.org, nonce)) {
    throw refuse(
      'use_dpop_nonce',
      'The DPoP proof must hold the nonce of the authorization server.',
      nonceHeader(call),
    );
  }
  return jkt;
}

/**
 * @param call - a request for a token
 * @returns the header that gives the current nonce out
 */
export function nonceHeader({ org }: Call): Readonly<Record<string, string>> {
  return { [DPOP_NONCE]: currentNonce(org) };
}

function checked({ org, origin, uri }: Call, text: string): Proof {
  try {
    return checkProof(org, text, { method: 'POST', url: origin + uri });
  } catch (error) {
    if (error instanceof ProofFault) throw refuse('invalid_dpop_proof', error.message);
    throw error;
  }
}
