import { isObject, type JsonObject, memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { App } from './app.js';

/** Whether a secret or key of a client may be used. */
export type CredentialStatus = 'ACTIVE' | 'INACTIVE';

/** A secret with which a client proves who it is. */
export interface ClientSecret {
  readonly id: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly status: CredentialStatus;
  readonly secret: string;
}

/** A public key of a client: a JSON Web Key, and what Okta adds to it. */
export type ClientKey = JsonObject & {
  readonly id: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly status: CredentialStatus;
};

/** Whose credentials: an app or an API service integration. */
export type Client = Pick<App, 'id'>;

/**
 * @param org - where to look
 * @param client - an app or an API service integration
 * @returns the secrets that it may authenticate with, oldest first
 */
export function activeSecrets({ clientSecrets }: Org, { id }: Client): readonly string[] {
  return [...clientSecrets.values(id)].filter(isActive).map(({ secret }) => secret);
}

/**
 * @param org - where to look
 * @param client - an app
 * @returns the public JSON Web Keys that its signatures are checked with
 */
export function clientKeys(org: Org, client: Client): readonly JsonObject[] {
  return allClientKeys(org, client).filter(isActive);
}

/**
 * @param org - where to look
 * @param client - an app
 * @returns its public keys, also those that are switched off
 */
export function allClientKeys({ apps }: Org, { id }: Client): readonly ClientKey[] {
  const keys = memberAt(apps.get(id)?.settings, ['oauthClient', 'jwks', 'keys']);
  return Array.isArray(keys) ? keys.filter(isClientKey) : [];
}

function isClientKey(key: unknown): key is ClientKey {
  return isObject(key) && typeof key['id'] === 'string';
}

function isActive({ status }: { readonly status: CredentialStatus }): boolean {
  return status === 'ACTIVE';
}
