import { linkTo } from '../factors/factor-links.js';

/**
 * @param origin - where links lead
 * @param path - behind `/api/v1/authn`
 * @returns a link of a transaction
 */
export function authnLink(origin: string, path: string) {
  return linkTo(`${origin}/api/v1/authn${path}`, 'POST');
}

/**
 * @param origin - where links lead
 * @returns the link that gives a transaction up
 */
export function cancelLink(origin: string) {
  return { cancel: authnLink(origin, '/cancel') };
}
