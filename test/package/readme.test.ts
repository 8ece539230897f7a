import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createEmulator } from '../../src/emulator.js';
import * as sdk from '../../src/index.js';
import { compile } from '../support/compile.js';
import { runCode } from '../support/run-code.js';

const readme = readFileSync('README.md', 'utf8');
const programs = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
const DOOR = /from '@okta\/okta-sdk-nodejs'/;

/** Runs a program of the README against the embedded org; only address, token and ids are put in. */
async function runProgram(code: string) {
  const emulator = createEmulator();
  onTestFinished(() => emulator.close());
  const { url } = await emulator.listen();
  vi.stubEnv('OKTA_CLIENT_ORGURL', url);
  vi.stubEnv('OKTA_CLIENT_TOKEN', emulator.token);
  const client = new sdk.Client();
  const profile = {
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada.lovelace@example.com',
    login: 'ada.lovelace@example.com',
  };
  await client.userApi.createUser({ body: { profile } });
  const settings = { app: { url: 'https://example.com', requestIntegration: false } };
  const app = await client.applicationApi.createApplication({
    application: { signOnMode: 'BOOKMARK', name: 'bookmark', label: 'b', settings },
  });
  const ready = code
    .replace('https://acme.okta.com', url)
    .replace('00…', emulator.token)
    .replace(/0oa\w+/, app.id)
    .replace(/^import (?:\* as )?\{?\s*okta\s*\}? .*$/m, '');
  const log = vi.fn();
  await runCode(ready, { okta: sdk, console: { log } });
  return log.mock.calls;
}

describe('the programs of the README', () => {
  it('are there', () => expect(programs).toHaveLength(2));

  it.each(programs.map((code) => [code]))(
    'compile as they stand: %s',
    (code) => {
      expect(code).toMatch(DOOR);
      expect(compile(code.replace(DOOR, "from '../../src/index.js'"))).toEqual([]);
    },
    60_000,
  );

  it('run', async () => {
    const [first = '', second = ''] = programs;
    expect((await runProgram(first)).flat()).toEqual([
      expect.stringMatching(/^00u/),
      'PROVISIONED',
      expect.stringMatching(/^\d{4}-/),
      'Everyone',
    ]);
    expect(await runProgram(second)).toEqual([]);
  });
});

describe('the links of the README', () => {
  const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target ?? '');
  it.each(targets)('%s leads to a file', (target) => {
    expect(readFileSync(target, 'utf8').length).toBeGreaterThan(0);
  });
});
