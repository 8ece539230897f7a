import type { Client, Reply } from './client.js';

/** A certificate of an EC key: CN=idp.example.com, valid for a hundred years. */
export const EC_CERTIFICATE =
  'MIIBizCCATGgAwIBAgIUZkdT4sC1PQnIqzdTY4Oh2HSQmmswCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMCAXDTI2MTEyMTEzMzA0M1oYDzIxMjYxMDI4MTMzMDQzWjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAR1ceOaMRW+tJ6yO+h3uQKxKRkXe5VGVKP0K/OlS0wnbJSlNZ0mfwC0+yQ5vKrhC0RoJZS2RlAkRde2FfA1qrM7o1MwUTAdBgNVHQ4EFgQUs597aQ9S6rVYvcmk0tCqhmtTwYkwHwYDVR0jBBgwFoAUs597aQ9S6rVYvcmk0tCqhmtTwYkwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA6HIo9TRdT8ptvO9j8gliZcjgOBtO919eiJoumzq+MrkCICRpSmWPBeZPrJJFSPhQJPLMkwZzJ4KRf9s2z999tYii';

/** An OIDC provider as it is sent. */
export const OIDC = {
  type: 'OIDC',
  name: 'Example OIDC',
  protocol: {
    type: 'OIDC',
    endpoints: {
      authorization: { url: 'https://idp.example.com/authorize', binding: 'HTTP-REDIRECT' },
      token: { url: 'https://idp.example.com/token', binding: 'HTTP-POST' },
      jwks: { url: 'https://idp.example.com/keys', binding: 'HTTP-REDIRECT' },
    },
    scopes: ['openid'],
    issuer: { url: 'https://idp.example.com' },
    credentials: { client: { client_id: 'the-client', client_secret: 'the-secret' } },
  },
};

/** A Google provider as it is sent. */
export const GOOGLE = {
  type: 'GOOGLE',
  name: 'Google',
  protocol: { type: 'OAUTH2', credentials: { client: { client_id: 'the-client', client_secret: 'the-secret' } } },
};

/**
 * @param kid - of a key in the key store
 * @returns a SAML provider as it is sent
 */
export function saml(kid: string) {
  return {
    type: 'SAML2',
    name: 'Example SAML',
    protocol: {
      type: 'SAML2',
      endpoints: { sso: { url: 'https://idp.example.com/saml', binding: 'HTTP-REDIRECT' } },
      credentials: { trust: { issuer: 'https://idp.example.com', kid } },
    },
  };
}

/**
 * Puts a key into the key store.
 *
 * @param client - whose org
 * @returns the answer, and the id of the key
 */
export async function addKey(client: Client): Promise<{ readonly reply: Reply; readonly kid: string }> {
  const reply = await client.post('/api/v1/idps/credentials/keys', { x5c: [EC_CERTIFICATE] });
  return { reply, kid: (reply.body as { kid: string }).kid };
}
