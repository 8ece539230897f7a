import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { exportJWK, type JWK, SignJWT } from 'jose';
import { type Client, idOf, type Reply } from './client.js';

/** A service app of an emulator, and what it signs with. */
export interface ServiceApp {
  readonly id: string;
  readonly key: KeyObject;
  readonly kid: string;
}

/** How the app differs from the usual one, which signs with its key and has been granted to read users. */
export interface AppChoice {
  readonly grants?: readonly string[];
  /** Admin role; `SUPER_ADMIN` unless given, none if null. */
  readonly role?: string | null;
  /** Members of `settings.oauthClient`. */
  readonly settings?: object;
  /** Members of `credentials.oauthClient`. */
  readonly credentials?: object;
}

const SERVICE = { application_type: 'service', grant_types: ['client_credentials'] };

/**
 * @returns a new key pair, ES256
 */
export function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/**
 * @param key - a private key
 * @param kid - its name
 * @returns the public part
 */
export function publicJwk(key: KeyObject, kid?: string): JWK {
  const { crv = '', x = '', y = '' } = key.export({ format: 'jwk' });
  return { kty: 'EC', crv, x, y, use: 'sig', alg: 'ES256', ...(kid && { kid }) };
}

/**
 * @param client - of an emulator
 * @param choice - what is special about the app
 * @returns a service app
 */
export async function serviceApp(client: Client, choice: AppChoice = {}): Promise<ServiceApp> {
  const { grants = ['okta.users.read'], role = 'SUPER_ADMIN', settings, credentials } = choice;
  const [key, kid] = [newKey(), 'the-key'];
  const created = await client.post('/api/v1/apps', {
    name: 'oidc_client',
    label: 'Robot',
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: { token_endpoint_auth_method: 'private_key_jwt', ...credentials } },
    settings: { oauthClient: { ...SERVICE, jwks: { keys: [publicJwk(key, kid)] }, ...settings } },
  });
  const id = idOf(created);
  for (const scopeId of grants) {
    const reply = await client.post(`/api/v1/apps/${id}/grants`, { issuer: client.emulator.url, scopeId });
    if (reply.status !== 200) throw new Error(reply.text);
  }
  if (role !== null) await client.post(`/oauth2/v1/clients/${id}/roles`, { type: role });
  return { id, key, kid };
}

/**
 * @param client - whose clock holds
 * @returns seconds since 1970
 */
export function seconds({ clock }: Client): number {
  return Math.floor(clock.now() / 1000);
}

/** Members of a token; `undefined` leaves a usual one out. */
export type Claims = Readonly<Record<string, unknown>>;

/** What an assertion says instead of the usual. */
export interface AssertionChoice {
  readonly claims?: Claims;
  readonly header?: object;
  readonly key?: KeyObject | Uint8Array;
}

/**
 * @param client - of an emulator
 * @param app - who signs
 * @param choice - what is special
 * @returns a client assertion
 */
export function assertionFor(client: Client, app: ServiceApp, choice: AssertionChoice = {}): Promise<string> {
  const now = seconds(client);
  const claims = {
    iss: app.id,
    sub: app.id,
    aud: `${client.emulator.url}/oauth2/v1/token`,
    exp: now + 300,
    iat: now,
    jti: randomUUID(),
    ...choice.claims,
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: app.kid, ...choice.header })
    .sign(choice.key ?? app.key);
}

/**
 * @param client - of an emulator
 * @param path - of an OAuth endpoint
 * @param parameters - of the form
 * @param headers - besides the content type
 * @returns the answer
 */
export function sendForm(
  client: Client,
  path: string,
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  return client.send('POST', path, {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(parameters).toString(),
  });
}

/** Source: RFC 7523, section 2.2 */
export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How a request for a token differs from the usual one. */
export interface TokenChoice extends AssertionChoice {
  readonly scope?: string;
  readonly path?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * @param client - of an emulator
 * @param app - who asks
 * @param choice - what is special
 * @returns the answer of the token endpoint
 */
export async function requestToken(client: Client, app: ServiceApp, choice: TokenChoice = {}): Promise<Reply> {
  const { scope = 'okta.users.read', path = '/oauth2/v1/token', form, headers } = choice;
  const aud = client.emulator.url + path;
  const client_assertion = await assertionFor(client, app, { ...choice, claims: { aud, ...choice.claims } });
  const standard = { grant_type: 'client_credentials', scope, client_assertion_type: ASSERTION_TYPE, client_assertion };
  return sendForm(client, path, { ...standard, ...form }, headers);
}

/**
 * @param reply - of the token endpoint
 * @returns the access token
 */
export function tokenIn({ body, text }: Reply): string {
  if (typeof body === 'object' && body !== null && 'access_token' in body) return String(body.access_token);
  throw new Error(`No token: ${text}`);
}

/**
 * @param client - of an emulator
 * @param app - who asks
 * @param choice - what is special
 * @returns an access token
 */
export async function tokenFor(client: Client, app: ServiceApp, choice: TokenChoice = {}): Promise<string> {
  return tokenIn(await requestToken(client, app, choice));
}

/** What a proof of possession says instead of the usual. */
export interface ProofChoice {
  readonly claims?: Claims;
  readonly header?: object;
  readonly key: KeyObject;
}

/**
 * @param client - of an emulator
 * @param request - verb and path
 * @param choice - the key, and what is special
 * @returns a DPoP proof
 * @see RFC 9449, section 4.2
 */
export async function proofFor(client: Client, request: string, choice: ProofChoice): Promise<string> {
  const [htm = '', path = ''] = request.split(' ');
  const { d: _, ...jwk } = await exportJWK(choice.key);
  const claims = { htm, htu: client.emulator.url + path, iat: seconds(client), jti: randomUUID(), ...choice.claims };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...choice.header })
    .sign(choice.key);
}
