/**
 * What of jose verifies. Named one by one, so that bundles hold nothing else of it. Loaded with the first token that is
 * checked.
 *
 * @see https://github.com/panva/jose
 */
export { createRemoteJWKSet, jwtVerify } from 'jose';
