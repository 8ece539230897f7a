import type { App } from '../apps/app.js';
import { clientKeys } from '../apps/client-credentials.js';
import { isObject, type JsonObject, memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import { clientSetting } from './client.js';

const PATIENCE_MS = 5000;

/**
 * The public keys by which the signatures of a client are checked: those that were stored with it, or those at its
 * `jwks_uri`.
 *
 * @param org - where keys are stored
 * @param app - an OIDC app
 * @returns the keys; none if they cannot be fetched
 */
export async function publicKeysOf(org: Org, app: App): Promise<readonly JsonObject[]> {
  const stored = clientKeys(org, app).filter(isForSignatures);
  const address = clientSetting(app, 'jwks_uri');
  if (stored.length > 0 || typeof address !== 'string' || address === '') return stored;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const keys = memberAt(await response.json(), ['keys']);
    return Array.isArray(keys) ? keys.filter(isObject).filter(isForSignatures) : [];
  } catch {
    return [];
  }
}

function isForSignatures({ use }: JsonObject): boolean {
  return use === undefined || use === null || use === 'sig';
}
