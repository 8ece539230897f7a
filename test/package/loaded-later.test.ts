import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendJson, suiteServer } from '../support/local-server.js';

/** In the project, so that what is built finds its dependencies. */
const folder = resolve('build/loaded-later');
const chunks = join(folder, 'dist/chunks');

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync('package.json', join(folder, 'package.json'));
  const build = ['run', '-s', 'build', '--', '--no-types', '--out', join(folder, 'dist')];
  execFileSync('npm', build, { stdio: 'ignore' });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const org = suiteServer(({ url }, response) =>
  sendJson(response, url === '/oauth2/v1/token' ? { token_type: 'Bearer', access_token: 'at' } : { id: '00u1' }),
);

/** Lets a process do something; gives what came of it, and which parts of the package were loaded by then. */
async function run(what: string, ...more: string[]): Promise<{ result?: unknown; names: string[]; files: number }> {
  const log = join(folder, `${what.replace(/ /g, '-')}.log`);
  const program = resolve('test/package/loading/program.js');
  const args = [program, folder, org().url, what, log, ...more];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

function file(part: string): string {
  const name = readdirSync(chunks).find((known) => known.startsWith(`${part}-`));
  if (name === undefined) throw new Error(`nothing is called ${part}`);
  return join(chunks, name);
}

const A_CALL = ['assemble', 'calls'];

/** The root, the exports, the core, what all else shares, and what the platform has. */
const IMPORTED = 6;

/** Every file takes about a millisecond of the time until the first answer. */
const CALLED = IMPORTED + A_CALL.length + ['default-transport'].length;

describe('of the package is loaded', () => {
  it('no part as long as nothing is called', async () => {
    expect(await run('nothing')).toEqual({ names: [], files: IMPORTED });
  });

  it('what a call needs with the first of 64, and nothing of OAuth, for a client with an API token', async () => {
    expect(await run('calls')).toEqual({ result: 64, names: [...A_CALL, 'caching'].sort(), files: CALLED + 1 });
  });

  it('no cache if it is switched off', async () => {
    expect(await run('no cache')).toEqual({ result: '00u1', names: A_CALL, files: CALLED });
  });

  it('what keeps below rate limits if that is asked for', async () => {
    expect((await run('governor')).names).toEqual([...A_CALL, 'caching', 'traffic'].sort());
  });

  it('what a service app needs with its first call', async () => {
    expect(await run('good key')).toEqual({ names: [], files: IMPORTED });
    expect(await run('service app')).toEqual({
      result: '00u1',
      names: [...A_CALL, 'caching', 'jose', 'service-app'].sort(),
      files: expect.any(Number),
    });
  });

  it('nothing to find out that a private key is bad', async () => {
    expect((await run('bad key')).result).toEqual({ name: 'ConfigError', code: 'OKTA_CONFIG' });
    expect((await run('bad key')).names).toEqual([]);
  });
});

describe('a part that cannot be loaded', () => {
  it.each(['calls', 'assemble', 'caching'])(
    '(%s) fails the calls that wait for it, and is tried again',
    async (part) => {
      const failure = { name: 'OktaError', code: 'OKTA_LOAD', cause: 'ERR_MODULE_NOT_FOUND' };
      const { result } = (await run('missing file', file(part))) as { result: { failures: unknown[]; after: string } };
      expect(result.failures).toEqual([failure, failure, part === 'calls' ? failure : null, failure]);
      expect(result.after).toBe('00u1');
    },
  );
});
