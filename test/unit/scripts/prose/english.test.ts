import { describe, expect, it } from 'vitest';
import { capitalized, English, enumerate, plural } from '../../../../scripts/lib/prose/english.js';

const english = new English({ articles: { user: 'a', saml: 'a', sms: 'an' }, spellings: {}, actions: [] });

describe('the article', () => {
  it.each([
    ['group', 'a group'],
    ['application', 'an application'],
    ['inline hook', 'an inline hook'],
    ['user type', 'a user type'],
    ['update', 'an update'],
    ['SMS template', 'an SMS template'],
    ['SSF stream', 'an SSF stream'],
    ['JSON Web Key', 'a JSON Web Key'],
    ['AAGUID', 'an AAGUID'],
    ['SAML assertion', 'a SAML assertion'],
    ['OAuth 2.0 client', 'an OAuth 2.0 client'],
    ['Okta Support case', 'an Okta Support case'],
    ['the org settings', 'the org settings'],
  ])('before %s gives %s', (noun, phrase) => {
    expect(english.a(noun)).toBe(phrase);
  });
});

describe('the plural', () => {
  it.each([
    ['key', 'keys'],
    ['policy', 'policies'],
    ['access', 'accesses'],
    ['branch', 'branches'],
    ['user type', 'user types'],
    ['CAPTCHA instance', 'CAPTCHA instances'],
  ])('of %s is %s', (one, many) => {
    expect(plural(one)).toBe(many);
  });
});

describe('an enumeration', () => {
  it.each([
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('of %j is %s', (items, text) => {
    expect(enumerate(items, 'and')).toBe(text);
  });
});

it('begins a sentence without touching the rest', () => {
  expect(capitalized('an API token')).toBe('An API token');
});
