/** What of jose signs. Named one by one, so that bundles hold nothing else of it. */
export { base64url, exportJWK, generateKeyPair, importJWK, importPKCS8, SignJWT } from 'jose';
