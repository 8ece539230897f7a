import type { JsonObject } from '../org/json.js';

/** How users sign in to an app. */
export const signOnModes = [
  'AUTO_LOGIN',
  'BASIC_AUTH',
  'BOOKMARK',
  'BROWSER_PLUGIN',
  'OPENID_CONNECT',
  'SAML_1_1',
  'SAML_2_0',
  'SECURE_PASSWORD_STORE',
  'WS_FEDERATION',
] as const;

/** One of {@link signOnModes}. */
export type SignOnMode = (typeof signOnModes)[number];

/** An app of the org. */
export interface App {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly created: string;
  readonly lastUpdated: string;
  readonly signOnMode: SignOnMode;
  readonly credentials: JsonObject;
  readonly settings: JsonObject;
  /** Everything else that was sent, with defaults: accessibility, visibility, profile … */
  readonly more: JsonObject;
  /** Image that was uploaded; the standard one unless set. */
  readonly logoId?: string;
  /** Came with the org and stays. */
  readonly builtIn?: true;
}

/** Okta's word for apps in errors about what does not exist. */
export const APP = 'AppInstance';
