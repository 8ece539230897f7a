/** What of jose verifies. Named one by one, so that bundles hold nothing else of it. */
export { createRemoteJWKSet, jwtVerify } from 'jose';
