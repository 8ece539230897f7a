import type { ConfigFault } from '../errors/config-error.js';
import { checkRules, type Rule, type Sourced } from './fault.js';
import { parseUrl, type UrlParts } from './parse-url.js';

const NO_URL = 'is not a URL; expected e.g. https://acme.okta.com';
const FIND_DOMAIN = 'see https://developer.okta.com/docs/guides/find-your-domain/';

const textRules: readonly Rule<string>[] = [
  {
    broken: (text) => text === '',
    reason: `is empty; give your org's URL, e.g. https://acme.okta.com, ${FIND_DOMAIN}`,
  },
  {
    broken: (text) => /[{}<>$]|%7B|yourOktaDomain/i.test(text),
    reason: `still holds a placeholder; put your org's domain in its place, ${FIND_DOMAIN}`,
  },
  {
    broken: (text) => !/^https?:\/\//i.test(text),
    reason: 'must begin with https://, e.g. https://acme.okta.com',
  },
  {
    broken: (text) => /[\s\\]/.test(text) || !URL.canParse(text) || parseUrl(text) === undefined,
    reason: NO_URL,
  },
];

const urlRules: readonly Rule<UrlParts>[] = [
  {
    broken: ({ username, password }) => `${username}${password}` !== '',
    reason: 'must not contain a user name or password',
  },
  {
    broken: ({ hostname }) => /-admin\.(okta|oktapreview|okta-emea|okta-gov|okta\.mil|trexcloud)\b/i.test(hostname),
    reason: 'is the address of the Admin Console; remove `-admin` from the host name',
  },
  {
    broken: ({ hostname }) => /\.com\.com$|okta\.com.+okta\.com/i.test(hostname),
    reason: 'has its domain twice; expected e.g. https://acme.okta.com',
  },
  {
    broken: ({ query, hash }) => query !== '' || hash !== '',
    reason: 'must not have a query or fragment; give only the address of the org, e.g. https://acme.okta.com',
  },
];

const pathRule: Rule<UrlParts> = {
  broken: ({ pathname }) => !/^\/*$/.test(pathname),
  reason: 'must not have a path; give only the address of the org, e.g. https://acme.okta.com',
};

const httpsRule: Rule<UrlParts> = {
  broken: ({ protocol, hostname }) => protocol === 'http:' && !isLoopback(hostname),
  reason: 'must use https, or the API token travels in clear; `testing.disableHttpsCheck` allows http for tests',
};

/** How strict a check is. */
export interface UrlCheck {
  /** For `testing.disableHttpsCheck`. */
  readonly allowHttp: boolean;
  /** Issuers have one. */
  readonly allowPath?: boolean;
}

/**
 * Checks the org URL and brings it into its plain form.
 *
 * @param orgUrl - as the user gave it
 * @param check - how strict
 * @returns scheme, host and port without a trailing slash, or what is wrong
 */
export function checkOrgUrl(orgUrl: Sourced<string>, check: UrlCheck): string | ConfigFault {
  return checkUrl('orgUrl', orgUrl, check);
}

/**
 * Checks the URL of an org or of an authorization server.
 *
 * @param setting - which setting it is
 * @param given - as the user gave it
 * @param check - how strict
 * @returns the URL without a trailing slash, or what is wrong
 */
export function checkUrl(setting: string, given: Sourced<string>, check: UrlCheck): string | ConfigFault {
  const text = { ...given, value: given.value.trim() };
  const textFault = checkRules(setting, text, textRules);
  const url = parseUrl(text.value);
  if (textFault || url === undefined) return textFault ?? { setting, source: given.source, reason: NO_URL };
  const rules = [...urlRules, ...(check.allowPath ? [] : [pathRule]), ...(check.allowHttp ? [] : [httpsRule])];
  const path = check.allowPath ? url.pathname.replace(/\/+$/, '') : '';
  return checkRules(setting, { ...given, value: url }, rules) ?? `${url.protocol}//${url.host}${path}`;
}

/**
 * Whether a host is this machine, so that plain http leaks nothing.
 *
 * @param hostname - without port
 * @returns true for `localhost`, its subdomains, 127.0.0.0/8 and ::1
 * @see RFC 6761, section 6.3, and RFC 8252, section 7.3
 */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);
}
