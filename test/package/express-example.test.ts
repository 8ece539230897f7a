import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator.js';
import { suiteFolder } from '../support/temporary-folder.js';

const run = promisify(execFile);
const SCOPE = 'such_scope';

const folder = suiteFolder();
let emulator: Emulator;
let api: ChildProcess;
let settings: Record<string, string>;

async function send(path: string, body: object): Promise<Record<string, never> & { id: string }> {
  const headers = { Authorization: `SSWS ${emulator.token}`, 'Content-Type': 'application/json' };
  const response = await fetch(emulator.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** The example as somebody has it who copied the folder and installed it. */
function copyExample(copy: string): void {
  cpSync('examples/express-client-credentials', copy, { recursive: true });
  mkdirSync(join(copy, 'node_modules', '@okta'), { recursive: true });
  symlinkSync(resolve('.'), join(copy, 'node_modules', '@okta', 'okta-sdk-nodejs'));
  symlinkSync(resolve('node_modules', 'express'), join(copy, 'node_modules', 'express'));
}

beforeAll(async () => {
  await run('npm', ['run', '-s', 'build', '--', '--no-types']);
  emulator = createEmulator();
  await emulator.listen();
  await send('/api/v1/authorizationServers/default/scopes', { name: SCOPE });
  const app = await send('/api/v1/apps', {
    name: 'oidc_client',
    label: 'Test Client',
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: { token_endpoint_auth_method: 'client_secret_basic' } },
    settings: { oauthClient: { application_type: 'service', grant_types: ['client_credentials'] } },
  });
  const { client_id: id, client_secret: secret } = (
    app as unknown as { credentials: { oauthClient: Record<string, string> } }
  ).credentials.oauthClient;
  settings = {
    ISSUER: `${emulator.url}/oauth2/default`,
    DEFAULT_SCOPE: SCOPE,
    TEST_CLIENT_ID: id ?? '',
    TEST_CLIENT_SECRET: secret ?? '',
  };
  copyExample(folder);
  const lines = Object.entries({ ...settings, PORT: await freePort() }).map(([name, value]) => `${name}=${value}`);
  writeFileSync(join(folder, '.env'), lines.join('\n'));
  api = spawn('npm', ['run', '-s', 'dev'], { cwd: folder, detached: true });
  await new Promise<void>((done, fail) => {
    api.stdout?.on('data', (text) => String(text).includes('Listening') && done());
    api.stderr?.on('data', (text) => fail(new Error(String(text))));
  });
}, 60_000);

afterAll(async () => {
  if (api?.pid !== undefined) process.kill(-api.pid, 'SIGKILL');
  await emulator?.close();
});

const test = (environment: Record<string, string> = {}) =>
  run(process.execPath, ['test.js'], { cwd: folder, env: { ...process.env, ...environment } });

describe('the Express example', () => {
  it('has all that its README says to fill in', () => {
    const example = readFileSync('examples/express-client-credentials/.env.example', 'utf8');
    expect(Object.keys(settings).filter((name) => !example.includes(`${name}=`))).toEqual([]);
  });

  it('answers to a token of the authorization server, and to nothing else', async () => {
    const { stdout } = await test();
    expect(stdout).toContain('Without a token: 401');
    expect(stdout).toContain(`With a token: 200 {"message":"Hello","client":"${settings['TEST_CLIENT_ID']}"}`);
  });

  it('lets the environment win over the file', async () => {
    const { stderr } = await test({ TEST_CLIENT_SECRET: 'wrong' }).catch((error: { stderr: string }) => error);
    expect(stderr).toContain('No token: invalid_client');
  });

  it('says what is missing', async () => {
    const { stderr } = await test({ ISSUER: '' }).catch((error: { stderr: string }) => error);
    expect(stderr).toContain('Set ISSUER and DEFAULT_SCOPE');
  });
});
