import parseUrl from 'url-parse';
import type { ConfigFault } from '../errors/config-error.js';
import { checkRules, type Rule, type Sourced } from './fault.js';

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
    broken: (text) => /[\s\\]/.test(text) || !URL.canParse(text),
    reason: 'is not a URL; expected e.g. https://acme.okta.com',
  },
];

type Url = ReturnType<typeof parse>;

const urlRules: readonly Rule<Url>[] = [
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
  {
    broken: ({ pathname }) => !/^\/*$/.test(pathname),
    reason: 'must not have a path; give only the address of the org, e.g. https://acme.okta.com',
  },
];

const httpsRule: Rule<Url> = {
  broken: ({ protocol, hostname }) => protocol === 'http:' && !isLoopback(hostname),
  reason: 'must use https, or the API token travels in clear; `testing.disableHttpsCheck` allows http for tests',
};

/**
 * Checks the org URL and brings it into its plain form.
 *
 * @param orgUrl - as the user gave it
 * @param options - `allowHttp` for `testing.disableHttpsCheck`
 * @returns scheme, host and port without a trailing slash, or what is wrong
 */
export function checkOrgUrl(orgUrl: Sourced<string>, { allowHttp }: { allowHttp: boolean }): string | ConfigFault {
  const text = { ...orgUrl, value: orgUrl.value.trim() };
  const textFault = checkRules('orgUrl', text, textRules);
  if (textFault) return textFault;
  const url = parse(text.value);
  const rules = allowHttp ? urlRules : [...urlRules, httpsRule];
  return checkRules('orgUrl', { ...orgUrl, value: url }, rules) ?? `${url.protocol}//${url.host}`;
}

/** The second argument keeps url-parse from resolving against the page that a browser shows. */
function parse(text: string) {
  return parseUrl(text, {});
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
