import { generateKeyPairSync } from 'node:crypto';
import { createEmulator, type Emulator } from '../../src/emulator.js';

const PEOPLE = ['ada', 'alan', 'edsger', 'grace', 'konrad'];

/** An org for consumers. */
export interface Org {
  readonly emulator: Emulator;
  /** What the scenario is given. */
  readonly access: Readonly<Record<'orgUrl' | 'token' | 'clientId' | 'privateKey', string>>;
}

/**
 * Starts an org with a few people and a service app.
 *
 * @returns the org, listening on a socket
 */
export async function startOrg(): Promise<Org> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'consumer', use: 'sig', alg: 'RS256' };
  const users = PEOPLE.map((name) => ({ profile: personCalled(name) }));
  const emulator = createEmulator({ seed: { users, apps: [serviceApp(jwk)] } });
  await emulator.listen();
  const headers = { Authorization: `SSWS ${emulator.token}` };
  const apps = (await (await fetch(`${emulator.url}/api/v1/apps?q=Consumer`, { headers })).json()) as { id: string }[];
  const access = {
    orgUrl: emulator.url,
    token: emulator.token,
    clientId: apps[0]?.id ?? '',
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
  return { emulator, access };
}

function personCalled(name: string) {
  const login = `${name}@example.com`;
  return { login, email: login, firstName: name, lastName: 'Ünï', displayName: `${name} Ünï` };
}

function serviceApp(jwk: object) {
  return {
    app: {
      name: 'oidc_client',
      label: 'Consumer',
      signOnMode: 'OPENID_CONNECT',
      credentials: { oauthClient: { token_endpoint_auth_method: 'private_key_jwt' } },
      settings: {
        oauthClient: { application_type: 'service', grant_types: ['client_credentials'], jwks: { keys: [jwk] } },
      },
    },
    grants: ['okta.users.read'],
  } as const;
}

/** What the scenario comes to where everything works; one of the people is the administrator that every org has. */
export const EXPECTED = {
  name: 'ada Ünï',
  hasDates: true,
  logins: ['ada@example.com', 'admin@emulator.okta.test', ...PEOPLE.slice(1).map((name) => `${name}@example.com`)],
  robot: true,
  error: [true, 'OktaApiError', 404, 'E0000007'],
};
