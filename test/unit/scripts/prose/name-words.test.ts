import { expect, it } from 'vitest';
import { NameWords } from '../../../../scripts/lib/prose/name-words.js';

const names = new NameWords({
  articles: {},
  spellings: { OAuth2: 'OAuth 2.0', SAML: 'SAML', UISchema: 'UI schema', JsonWebKey: 'JSON Web Key' },
  actions: [],
});

it.each([
  ['listOAuth2TokensForApplication', 'list OAuth 2.0 tokens for application'],
  ['deleteOAuth2ResourceServerJsonWebKey', 'delete OAuth 2.0 resource server JSON Web Key'],
  ['createUISchema', 'create UI schema'],
  ['device-assurances', 'device assurances'],
  ['_links', 'links'],
  ['SAMLSettings', 'SAML settings'],
])('%s is written %s', (name, phrase) => {
  expect(names.phrase(name)).toBe(phrase);
});

it('finds the first word of a name', () => {
  expect(['UISchemaObject', 'OAuth2Claim', 'SamlApplication'].map((name) => names.first(name))).toEqual([
    'UISchema',
    'OAuth2',
    'Saml',
  ]);
});
