import type { JsonObject } from '../org/json.js';
import type { Ranked } from '../policies/ranked.js';

/** What issues tokens for the APIs of a company. */
export interface AuthorizationServer {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Exactly one. */
  readonly audiences: readonly string[];
  readonly issuerMode: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly created: string;
  readonly lastUpdated: string;
  readonly rotationMode: string;
  readonly lastRotated: string;
  readonly nextRotation: string;
  /** Came with the org, and is addressed by the word `default`. */
  readonly isDefault?: true;
  /** `jwks`, `jwks_uri` and `accessTokenEncryptedResponseAlgorithm`, as far as they were sent. */
  readonly encryption: JsonObject;
}

/** What a client may ask for. */
export interface OAuthScope {
  readonly id: string;
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly system: boolean;
  readonly metadataPublish: string;
  readonly consent: string;
  readonly default: boolean;
  readonly optional: boolean;
}

/** A member of tokens. */
export interface OAuthClaim {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly claimType: string;
  readonly valueType: string;
  readonly value: string;
  readonly group_filter_type?: string;
  /** Scopes that bring it; always there if empty. */
  readonly scopes: readonly string[];
  readonly system: boolean;
  readonly alwaysIncludeInToken: boolean;
}

/** Says which clients get tokens from a server; its rules say which. */
export interface AccessPolicy extends Ranked {
  readonly description: string;
  /** Client ids, or `ALL_CLIENTS`. */
  readonly clients: readonly string[];
}

/** Says under which conditions a token is issued, and for how long. */
export interface AccessRule extends Ranked {
  readonly conditions: JsonObject;
  readonly actions: JsonObject;
}

/** A key that access tokens are encrypted with. */
export interface ResourceServerKey {
  readonly id: string;
  readonly kid: string | null;
  readonly kty: string;
  readonly use: string;
  readonly e: string;
  readonly n: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly created: string;
  readonly lastUpdated: string;
}

/** Okta's word for authorization servers in errors about what does not exist. */
export const AUTHORIZATION_SERVER = 'AuthorizationServer';

/** Name of the server that comes with the org, and the word that stands for its id. */
export const DEFAULT = 'default';
