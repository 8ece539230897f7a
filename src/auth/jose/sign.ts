/**
 * What of jose signs. Named one by one, so that bundles hold nothing else of it. Loaded with the rest of what service
 * apps need, so that callers with an API token never load it.
 *
 * @see https://github.com/panva/jose
 */
export { base64url, exportJWK, generateKeyPair, importJWK, importPKCS8, SignJWT } from 'jose';
