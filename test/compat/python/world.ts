import { onTestFinished, vi } from 'vitest';
import { systemClock } from '../../../src/clock.js';
import { createEmulator, type Emulator } from '../../../src/emulator.js';
import * as okta from '../../../src/sdk.js';
import { makeKey } from '../../oauth/keys.js';
import { runCode } from '../../support/run-code.js';

/** What programs of the page find. */
export interface World {
  readonly emulator: Emulator;
  readonly client: okta.Client;
  readonly user: okta.User;
  readonly app: okta.Application & { readonly id: string };
  readonly factor: okta.UserFactorResponse;
  /** Gives the code that was sent last. */
  readonly ask: () => Promise<string>;
}

const PASSWORD = { password: { value: 'Knock*knock*neo*111' } };
const ADA = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com', login: 'ada@example.com' };

/** An org with one person of each kind of thing that the page is about. */
export async function makeWorld(): Promise<World> {
  let aheadMs = 0;
  const { sleep } = systemClock;
  const emulator = createEmulator({ clock: { now: () => Date.now() + aheadMs, sleep } });
  onTestFinished(() => emulator.close());
  const { url } = await emulator.listen();
  const client = new okta.Client({ orgUrl: url, token: emulator.token });
  await client.schemaApi.updateUserProfile({
    schemaId: 'default',
    userSchema: { definitions: { custom: { id: '#custom', type: 'object', properties: { customAttr: custom } } } },
  });
  const user = await client.userApi.createUser({ body: { profile: ADA, credentials: PASSWORD } });
  const application = { name: 'bookmark', label: 'Plans', signOnMode: 'BOOKMARK' } as const;
  const settings = { app: { url: 'https://example.com', requestIntegration: false } };
  const app = await client.applicationApi.createApplication({ application: { ...application, settings } });
  const body = { factorType: 'sms', provider: 'OKTA', profile: { phoneNumber: '+15554151337' } } as const;
  const factor = await client.userFactorApi.enrollFactor({ userId: user.id, body });
  // Another code is not sent within 30 seconds.
  aheadMs = 60_000;
  const ask = async () => emulator.outbox().at(-1)?.passCode ?? '';
  return { emulator, client, user, app, factor, ask };
}

const custom = { title: 'Custom', type: 'string' } as const;

/** Makes a service app and its key; both may read users. */
async function makeServiceApp({ emulator, client }: World) {
  const { publicJwk, privateKey } = makeKey('RS256');
  const app = await client.applicationApi.createApplication({
    application: {
      name: 'oidc_client',
      label: 'Robot',
      signOnMode: 'OPENID_CONNECT',
      credentials: { oauthClient: { token_endpoint_auth_method: 'private_key_jwt' } },
      settings: {
        oauthClient: {
          application_type: 'service',
          grant_types: ['client_credentials'],
          jwks: { keys: [publicJwk as never] },
        },
      },
    },
  });
  const appId = app.id ?? '';
  const grant = { issuer: emulator.url, scopeId: 'okta.users.read' };
  await client.request({ method: 'POST', path: `/api/v1/apps/${appId}/grants`, body: grant });
  await client.request({ method: 'POST', path: `/oauth2/v1/clients/${appId}/roles`, body: { type: 'SUPER_ADMIN' } });
  return { appId, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/**
 * Runs a program of the page as it stands; only address, token, client ID and key are put in.
 *
 * @param code - of the page
 * @param world - what it finds
 * @returns what it printed
 */
export async function runProgram(code: string, world: World): Promise<unknown[][]> {
  const { emulator } = world;
  vi.stubEnv('OKTA_CLIENT_ORGURL', emulator.url);
  vi.stubEnv('OKTA_CLIENT_TOKEN', emulator.token);
  const robot = code.includes('0oa1b2c3') ? await makeServiceApp(world) : undefined;
  const ready = code
    .replaceAll('https://acme.okta.com', emulator.url)
    .replaceAll('00…', emulator.token)
    .replaceAll('0oa1b2c3', robot?.appId ?? '')
    .replaceAll("'./service-app.pem'", JSON.stringify(robot?.pem))
    .replace(/^import .*$/gm, '');
  const printed: unknown[][] = [];
  const print = (...values: unknown[]) => void printed.push(values);
  const console = { log: print, debug: print, info: print, warn: print, error: print };
  const { client, user, app, factor, ask } = world;
  await runCode(ready, { okta, console, client, user, app, factor, ask });
  return printed;
}
