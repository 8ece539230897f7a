import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';

/** Runs a program as a user of the package would: from its folder, against what was built. */
function run(program: string, type: 'module' | 'commonjs'): unknown {
  const args = [`--input-type=${type}`, '--eval', program];
  const env = { ...process.env, OKTA_CLIENT_ORGURL: 'https://acme.okta.com', OKTA_CLIENT_TOKEN: '00token' };
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env }));
}

const REPORT = `console.log(JSON.stringify([
  new okta.Client().baseUrl,
  new okta.UserApi(okta.createConfiguration()) instanceof okta.UserApi,
  okta.okta === undefined || okta.okta.UserApi === okta.UserApi,
]))`;

describe('the built package', () => {
  beforeAll(() => {
    execFileSync('npm', ['run', '-s', 'build', '--', '--no-types'], { stdio: 'inherit' });
  }, 60_000);

  it.each<[string, string, 'module' | 'commonjs']>([
    ["import { okta } from '@okta/okta-sdk-nodejs'", "import { okta } from '@okta/okta-sdk-nodejs';", 'module'],
    ["import * as okta from '@okta/okta-sdk-nodejs'", "import * as okta from '@okta/okta-sdk-nodejs';", 'module'],
    ["require('@okta/okta-sdk-nodejs')", "const okta = require('@okta/okta-sdk-nodejs');", 'commonjs'],
    [
      "const { okta } = require('@okta/okta-sdk-nodejs')",
      "const { okta } = require('@okta/okta-sdk-nodejs');",
      'commonjs',
    ],
  ])('works with %s', (_, head, type) => {
    expect(run(head + REPORT, type)).toEqual(['https://acme.okta.com', true, true]);
  });

  it('gives named imports in Node', () => {
    const program =
      "import { Client, UserApi } from '@okta/okta-sdk-nodejs'; console.log(JSON.stringify([typeof Client, typeof UserApi]))";
    expect(run(program, 'module')).toEqual(['function', 'function']);
  });

  it.each<['module' | 'commonjs', string]>([
    ['module', "import { createEmulator } from '@okta/okta-sdk-nodejs/emulator';"],
    ['commonjs', "const { createEmulator } = require('@okta/okta-sdk-nodejs/emulator');"],
  ])('has the emulator as a door of its own (%s)', (type, head) => {
    expect(run(`${head} console.log(JSON.stringify(typeof createEmulator().fetch))`, type)).toBe('function');
  });

  it.each<['module' | 'commonjs', string]>([
    ['module', "import OktaAPI, { OktaAPI as same } from '@okta/okta-sdk-nodejs/oktajs';"],
    ['commonjs', "const OktaAPI = require('@okta/okta-sdk-nodejs/oktajs'); const same = OktaAPI.default;"],
  ])('has the constructor of oktajs as a door of its own (%s)', (type, head) => {
    const report = "console.log(JSON.stringify([new OktaAPI('00token', 'acme').domain, same === OktaAPI]))";
    expect(run(`${head} ${report}`, type)).toEqual(['acme', true]);
  });

  it('prints errors under their own names', () => {
    const program =
      "import { OktaApiError, ConfigError, Client } from '@okta/okta-sdk-nodejs'; try { new Client({ orgUrl: 'x', token: '' }) } catch (error) { console.log(JSON.stringify([error.name, error.stack.split(':')[0], error instanceof ConfigError])) }";
    expect(run(program, 'module')).toEqual(['ConfigError', 'ConfigError', true]);
  });
});
