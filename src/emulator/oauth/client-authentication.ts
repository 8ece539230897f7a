import { timingSafeEqual } from 'node:crypto';
import type { App } from '../apps/app.js';
import { activeSecrets } from '../apps/client-credentials.js';
import type { Call } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { type AuthMethod, authMethodOf, clientNamed } from './client.js';
import { checkAssertion, parseAssertion } from './client-assertion.js';
import { type ClientCredentials, readCredentials } from './client-credentials.js';
import { publicKeysOf } from './client-keys.js';
import type { Form } from './form.js';
import { type Jwt, keyAlgorithms, secretAlgorithms } from './jwt.js';
import { refuse } from './oauth-error.js';

/** A client that has proved who it is. */
export interface AuthenticatedClient {
  readonly app: App;
  readonly clientId: string;
  /** How it did. */
  readonly method: AuthMethod;
}

/** What came with a request, and what an assertion may be addressed to. */
export interface ClientSource {
  readonly form: Form;
  readonly audiences: readonly string[];
}

/** The two ways to send a secret are as good as each other, whichever of them is configured. */
const SENT_SECRET = ['client_secret_basic', 'client_secret_post'];

/**
 * Finds out which client sent a request, and whether it is who it says.
 *
 * Waits only for keys that a client publishes elsewhere; behind that nothing pauses.
 *
 * @param call - a request to an OAuth endpoint
 * @param source - its form, and accepted audiences
 * @returns the client
 * @throws Refusal `invalid_client`
 * @see https://developer.okta.com/docs/api/openapi/okta-oauth/guides/client-auth/
 */
export async function authenticateClient(call: Call, source: ClientSource): Promise<AuthenticatedClient> {
  const credentials = readCredentials(call, source.form);
  if (credentials.kind === 'assertion') return byAssertion(call, source, credentials);
  const { clientId } = credentials;
  const app = activeClient(call, clientId);
  const isSecret = credentials.kind === 'secret';
  checkMethod(app, isSecret ? SENT_SECRET : ['none']);
  if (isSecret && !activeSecrets(call.org, app).some((secret) => isSame(credentials.secret, secret)))
    throw refuse('invalid_client', WRONG_SECRET);
  return { app, clientId, method: isSecret ? 'client_secret_basic' : 'none' };
}

const WRONG_SECRET = 'The client secret is wrong.';

type Assertion = Extract<ClientCredentials, { kind: 'assertion' }>;

async function byAssertion(
  call: Call,
  { audiences }: ClientSource,
  { assertion, clientId }: Assertion,
): Promise<AuthenticatedClient> {
  const jwt = parseAssertion(assertion);
  const subject = String(jwt.payload['sub'] ?? jwt.payload['iss'] ?? '');
  if (clientId !== undefined && clientId !== subject) {
    throw refuse('invalid_client', "The parameter 'client_id' and the client_assertion name different clients.");
  }
  const method = methodOf(jwt);
  const app = activeClient(call, subject);
  checkMethod(app, [method]);
  const keys: readonly JsonObject[] = method === 'private_key_jwt' ? await publicKeysOf(call.org, app) : [];
  const secrets = method === 'client_secret_jwt' ? activeSecrets(call.org, app) : [];
  checkAssertion(call.org, jwt, { app, keys, secrets, audiences });
  return { app, clientId: subject, method };
}

function methodOf({ header: { alg } }: Jwt): 'private_key_jwt' | 'client_secret_jwt' {
  if (keyAlgorithms.includes(String(alg))) return 'private_key_jwt';
  if (secretAlgorithms.includes(String(alg))) return 'client_secret_jwt';
  throw refuse('invalid_client', "The algorithm of the client_assertion isn't supported.");
}

function activeClient({ org }: Call, clientId: string): App {
  const app = clientNamed(org, clientId);
  if (app === undefined) throw refuse('invalid_client', "The value of 'client_id' belongs to no client.");
  if (app.status !== 'ACTIVE') throw refuse('invalid_client', 'The client is not active.');
  return app;
}

function checkMethod(app: App, used: readonly AuthMethod[] | readonly string[]): void {
  const configured = String(authMethodOf(app));
  if (used.some((method) => method === configured)) return;
  throw refuse('invalid_client', `The client must authenticate by '${configured}'.`);
}

function isSame(sent: string, stored: string): boolean {
  const [one, other] = [Buffer.from(sent), Buffer.from(stored)];
  return one.length > 0 && one.length === other.length && timingSafeEqual(one, other);
}
