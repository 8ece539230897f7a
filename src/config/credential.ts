import type { ReadKey } from '../auth/private-key/key-form.js';
import { readKey } from '../auth/private-key/read-key.js';
import type { ConfigFault } from '../errors/config-error.js';
import type { Middleware } from '../http/message.js';
import { checkRules, type Rule, type Sourced } from './fault.js';
import type { TokenFunction } from './kinds.js';
import type { Settings } from './layers.js';
import { missing } from './missing.js';
import { checkUrl } from './org-url.js';
import type { SettingName } from './settings.js';
import { accessTokenRules, tokenRules } from './token.js';

/** How requests say who sends them. */
export type Credential =
  | { readonly mode: 'SSWS'; readonly token: string }
  | { readonly mode: 'Bearer'; readonly token: string | TokenFunction }
  | ({ readonly mode: 'PrivateKey' } & ServiceAppSettings)
  | { readonly mode: 'custom'; readonly middleware: Middleware };

/** Settings of a service app. */
export interface ServiceAppSettings {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly key: ReadKey;
  readonly keyId: string | undefined;
  readonly issuer: string | undefined;
  readonly dpop: boolean | 'auto';
}

/** A credential, or everything that is wrong with it. */
export type CredentialReading = { readonly credential: Credential } | { readonly faults: readonly ConfigFault[] };

/**
 * Finds out how requests are to be authorized.
 *
 * @param settings - merged from all sources
 * @param allowHttp - for `testing.disableHttpsCheck`
 * @returns the credential, or what is wrong
 */
export function readCredential(settings: Settings, allowHttp: boolean): CredentialReading {
  const mode = settings.authorizationMode;
  if (typeof mode?.value === 'function')
    return { credential: { mode: 'custom', middleware: mode.value as Middleware } };
  const name = mode === undefined ? impliedMode(settings) : MODES.find((known) => sameWord(known, mode.value));
  if (name === 'SSWS') return readApiToken(settings);
  if (name === 'Bearer') return readAccessToken(settings);
  if (name === 'PrivateKey') return readServiceApp(settings, allowHttp);
  return { faults: [{ setting: 'authorizationMode', source: mode?.source ?? '', reason: MODE_REASON }] };
}

const MODES = ['SSWS', 'PrivateKey', 'Bearer'] as const;
const MODE_REASON = `must be one of ${MODES.join(', ')}, or a middleware function`;

function sameWord(one: string, other: unknown): boolean {
  return typeof other === 'string' && one.toLowerCase() === other.trim().toLowerCase();
}

/** What is given in code wins over what lies in the environment; otherwise the simplest credential that is there. */
function impliedMode({ token, accessToken, privateKey, clientId }: Settings): (typeof MODES)[number] {
  const isInCode = (sourced: Sourced | undefined) => sourced?.source === ARGUMENT;
  if (isInCode(accessToken)) return 'Bearer';
  if (isInCode(token)) return 'SSWS';
  if (isInCode(privateKey) || isInCode(clientId)) return 'PrivateKey';
  if (token !== undefined) return 'SSWS';
  if (accessToken !== undefined) return 'Bearer';
  return privateKey !== undefined || clientId !== undefined ? 'PrivateKey' : 'SSWS';
}

/** Name of the options object as a source. */
export const ARGUMENT = 'argument';

function readApiToken({ token }: Settings): CredentialReading {
  if (token === undefined) return { faults: [missing('token')] };
  if (typeof token.value === 'function')
    return { faults: [{ setting: 'token', source: token.source, reason: NOT_TEXT }] };
  const { value, source } = token;
  const fault = checkRules('token', { value, source }, tokenRules);
  return fault ? { faults: [fault] } : { credential: { mode: 'SSWS', token: value } };
}

const NOT_TEXT = 'must be text; a function can give access tokens: set `authorizationMode` to Bearer';

function readAccessToken({ accessToken, token }: Settings): CredentialReading {
  const given = accessToken ?? token;
  if (given === undefined) return { faults: [missing('accessToken')] };
  const { value, source } = given;
  if (typeof value === 'function') return { credential: { mode: 'Bearer', token: value } };
  const fault = checkRules('accessToken', { value, source }, accessTokenRules);
  return fault ? { faults: [fault] } : { credential: { mode: 'Bearer', token: value } };
}

const clientIdRules: readonly Rule<string>[] = [
  { broken: (id) => id.trim() === '', reason: 'is empty; it is on the page of the app in the Admin Console' },
  {
    broken: (id) => /[{}<>\s]/.test(id),
    reason: 'is still a placeholder; it is on the page of the app in the Admin Console',
  },
];
const scopesRules: readonly Rule<readonly string[]>[] = [
  { broken: (scopes) => scopes.length === 0, reason: 'is empty; name what the app may do, e.g. okta.users.read' },
  {
    broken: (scopes) => scopes.some((scope) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope)),
    reason: 'contains characters that no scope has',
  },
];

function readServiceApp(settings: Settings, allowHttp: boolean): CredentialReading {
  const { clientId, scopes, privateKey, keyId, issuer, dpop } = settings;
  const key = privateKey && readKey(privateKey.value);
  const issuerUrl = issuer && checkUrl('issuer', issuer, { allowHttp, allowPath: true });
  const faults = [
    ...check('clientId', clientId, clientIdRules),
    ...check('scopes', scopes, scopesRules),
    ...(privateKey === undefined ? [missing('privateKey')] : []),
    ...(key !== undefined && 'reason' in key
      ? [{ setting: 'privateKey', source: privateKey?.source ?? '', ...key }]
      : []),
    ...(typeof issuerUrl === 'object' ? [issuerUrl] : []),
  ];
  if (clientId === undefined || scopes === undefined || key === undefined || 'reason' in key || faults.length > 0)
    return { faults };
  return {
    credential: {
      mode: 'PrivateKey',
      clientId: clientId.value.trim(),
      scopes: scopes.value,
      key,
      keyId: keyId?.value,
      issuer: typeof issuerUrl === 'string' ? issuerUrl : undefined,
      dpop: dpop?.value ?? 'auto',
    },
  };
}

function check<T>(name: SettingName, sourced: Sourced<T> | undefined, rules: readonly Rule<T>[]): ConfigFault[] {
  if (sourced === undefined) return [missing(name)];
  const fault = checkRules(name, sourced, rules);
  return fault === undefined ? [] : [fault];
}
