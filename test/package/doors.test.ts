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

  it.each<['module' | 'commonjs', string]>([
    [
      'module',
      "import * as okta from '@okta/okta-sdk-nodejs'; import { UserApi } from '@okta/okta-sdk-nodejs/apis/UserApi';",
    ],
    [
      'commonjs',
      "const okta = require('@okta/okta-sdk-nodejs'); const { UserApi } = require('@okta/okta-sdk-nodejs/apis/UserApi');",
    ],
  ])('has each Api as a door of its own, to the same class (%s)', (type, head) => {
    const report =
      'console.log(JSON.stringify([UserApi === okta.UserApi, new okta.Client().userApi instanceof UserApi]))';
    expect(run(`${head} ${report}`, type)).toEqual([true, true]);
  });

  it('has a door for every Api that the root exports, and none for others', () => {
    const program = `import * as okta from '@okta/okta-sdk-nodejs';
      const names = Object.keys(okta).filter((name) => name.endsWith('Api'));
      const doors = await Promise.all(names.map((name) => import('@okta/okta-sdk-nodejs/apis/' + name)));
      const { code } = await import('@okta/okta-sdk-nodejs/apis/NoSuchApi').catch((error) => error);
      console.log(JSON.stringify([names.length, doors.every((door, at) => Object.keys(door).join() === names[at]), code]))`;
    expect(run(program, 'module')).toEqual([81, true, 'ERR_MODULE_NOT_FOUND']);
  });

  it.each<['module' | 'commonjs', string, string]>([
    ['module', "import 'data:text/javascript,delete globalThis.Promise';", "import '@okta/okta-sdk-nodejs/polyfill';"],
    ['commonjs', 'delete globalThis.Promise;', "require('@okta/okta-sdk-nodejs/polyfill');"],
  ])('gives a platform without Promise one by the polyfill (%s)', (type, head, polyfill) => {
    const report = 'Promise.all([1, Promise.resolve(2)]).then((sum) => console.log(JSON.stringify(sum)));';
    expect(run(`${head} ${polyfill} ${report}`, type)).toEqual([1, 2]);
  });

  it.each<['module' | 'commonjs', string, string]>([
    ['module', "import 'data:text/javascript,globalThis.own = Promise';", "import '@okta/okta-sdk-nodejs/polyfill';"],
    ['commonjs', 'globalThis.own = Promise;', "require('@okta/okta-sdk-nodejs/polyfill');"],
  ])('leaves the Promise of the platform alone (%s)', (type, head, polyfill) => {
    expect(run(`${head} ${polyfill} console.log(JSON.stringify(Promise === own))`, type)).toBe(true);
  });

  it('loads no polyfill with the root', () => {
    const program = `const okta = require('@okta/okta-sdk-nodejs');
      console.log(JSON.stringify(Object.keys(require.cache).filter((path) => path.includes('es6-promise'))))`;
    expect(run(program, 'commonjs')).toEqual([]);
  });

  it.each<['module' | 'commonjs', string]>([
    [
      'module',
      "import * as okta from '@okta/okta-sdk-nodejs'; import { createEmulator } from '@okta/okta-sdk-nodejs/emulator';",
    ],
    [
      'commonjs',
      "const okta = require('@okta/okta-sdk-nodejs'); const { createEmulator } = require('@okta/okta-sdk-nodejs/emulator');",
    ],
  ])('serves programs of versions 4 to 6 (%s)', (type, head) => {
    const program = `${head} (async () => {
      const { url, token, fetch } = createEmulator();
      const client = new okta.Client({ orgUrl: url, token, fetch });
      const user = await client.getUser('me');
      user.profile.nickName = 'rob';
      const { profile } = await user.update();
      const group = await user.listGroups().first();
      console.log(JSON.stringify([profile.nickName, typeof group.update, client.constructor.name]));
    })();`;
    expect(run(program, type)).toEqual(['rob', 'function', 'Client']);
  });

  it.each<['module' | 'commonjs', string]>([
    ['module', "import MemoryStore, { MemoryStore as same } from '@okta/okta-sdk-nodejs/src/memory-store';"],
    ['module', "import MemoryStore from '@okta/okta-sdk-nodejs/src/memory-store'; const same = MemoryStore;"],
    ['commonjs', "const MemoryStore = require('@okta/okta-sdk-nodejs/src/memory-store'); const same = MemoryStore;"],
  ])('has the constructor of the cache store as a door of its own (%s)', (type, head) => {
    const root = type === 'module' ? "await import('@okta/okta-sdk-nodejs')" : "require('@okta/okta-sdk-nodejs')";
    const program = `${head} (async () => {
      const okta = ${root};
      const cacheStore = new MemoryStore({ keyLimit: 100000, expirationPoll: true });
      new okta.Client({ cacheStore });
      console.log(JSON.stringify([same === okta.MemoryStore, cacheStore instanceof okta.MemoryStore]));
      process.exit();
    })();`;
    expect(run(program, type)).toEqual([true, true]);
  });

  it('prints errors under their own names', () => {
    const program =
      "import { OktaApiError, ConfigError, Client } from '@okta/okta-sdk-nodejs'; try { new Client({ orgUrl: 'x', token: '' }) } catch (error) { console.log(JSON.stringify([error.name, error.stack.split(':')[0], error instanceof ConfigError])) }";
    expect(run(program, 'module')).toEqual(['ConfigError', 'ConfigError', true]);
  });
});
