import type { Rule } from './fault.js';

/** What can be wrong with an API token. Source: https://developer.okta.com/docs/guides/create-an-api-token/main/ */
export const tokenRules: readonly Rule<string>[] = [
  {
    broken: (token) => token.trim() === '',
    reason: 'is empty; create one in the Admin Console under Security > API > Tokens',
  },
  {
    broken: (token) => /[{}<>]|^(?:your|my)?.?api.?token$|^your.?token$/i.test(token),
    reason: 'is still a placeholder; create a token in the Admin Console under Security > API > Tokens',
  },
  { broken: (token) => /^SSWS\s/i.test(token), reason: 'must be the bare token, without the word SSWS before it' },
  { broken: (token) => /\s/.test(token), reason: 'contains white space; copy it again, without line breaks' },
  { broken: (token) => !/^[\x21-\x7e]+$/.test(token), reason: 'contains characters that no token has; copy it again' },
];

/** What can be wrong with an access token given as text. Source: RFC 6750, section 2.1 */
export const accessTokenRules: readonly Rule<string>[] = [
  { broken: (token) => token.trim() === '', reason: 'is empty' },
  { broken: (token) => /^Bearer\s/i.test(token), reason: 'must be the bare token, without the word Bearer before it' },
  { broken: (token) => !/^[\w.~+/-]+=*$/.test(token), reason: 'contains characters that no access token has' },
];
