type Signing = typeof import('./sign.js');
type Verifying = typeof import('./verify.js');

/**
 * Loads what of jose signs, so that callers with an API token never do.
 *
 * @returns the library
 * @see https://github.com/panva/jose
 */
export function joseToSign(): Promise<Signing> {
  return import('./sign.js');
}

/**
 * Loads what of jose verifies.
 *
 * @returns the library
 * @see https://github.com/panva/jose
 */
export function joseToVerify(): Promise<Verifying> {
  return import('./verify.js');
}
