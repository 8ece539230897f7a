import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run, type Surroundings } from '../../src/emulator/cli/run.js';
import { VERSION } from '../../src/version.js';
import { dataFile } from './data-files.js';

/** The command in this process: what it prints, and how it ends. */
function start(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const surroundings: Surroundings = { out: (line) => out.push(line), err: (line) => err.push(line), stopped };
  const code = run(args, surroundings);
  onTestFinished(async () => {
    stop();
    await code.catch(() => {});
  });
  return { out, err, code, stop };
}

async function listening(...args: string[]) {
  const command = start(...args);
  await expect.poll(() => command.out.length, { timeout: 10_000 }).toBeGreaterThan(0);
  const value = (name: string) =>
    command.out.map((line) => new RegExp(`${name}=(.*)`).exec(line)?.[1]).find((text) => text) ?? '';
  return { ...command, url: value('OKTA_CLIENT_ORGURL'), token: value('OKTA_CLIENT_TOKEN') };
}

async function ended(...args: string[]) {
  const { out, err, code } = start(...args);
  return { code: await code, out: out.join('\n'), err: err.join('\n') };
}

function seedFile(content: string): string {
  const file = dataFile().replace('org.journal', 'seed.yaml');
  writeFileSync(file, content);
  return file;
}

describe('the command', () => {
  it('prints address, token and lines to paste, and answers there until it is stopped', async () => {
    const { url, token, out, err, stop, code } = await listening();
    expect(out[0]).toBe(`An Okta org listens on ${url}`);
    expect(out).toContain(`export OKTA_CLIENT_ORGURL=${url}`);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const headers = { authorization: `SSWS ${token}` };
    expect((await fetch(`${url}/api/v1/users/me`, { headers })).status).toBe(200);
    stop();
    expect(await code).toBe(0);
    expect(err).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('prints only the two lines with --quiet', async () => {
    const { out, url, token } = await listening('--quiet');
    expect(out).toEqual([`OKTA_CLIENT_ORGURL=${url}`, `OKTA_CLIENT_TOKEN=${token}`]);
  });

  it('enforces limits with --rate-limits', async () => {
    const { url, token } = await listening('--rate-limits');
    const response = await fetch(`${url}/api/v1/users`, { headers: { authorization: `SSWS ${token}` } });
    expect(response.headers.get('x-rate-limit-limit')).toBe('300');
  });

  it('warns when others can reach it', async () => {
    const { err } = await listening('--host', '0.0.0.0');
    expect(err).toEqual([expect.stringMatching(/Warning: everybody who reaches this machine/)]);
  });

  it('keeps the org in a file, and says that the seed is not used again', async () => {
    const data = dataFile();
    const seed = seedFile('token: 00fromSeed\n');
    const first = await listening('--data', data, '--seed', seed);
    first.stop();
    await first.code;
    const second = await listening('--data', data, '--seed', seed);
    expect([first.token, second.token]).toEqual(['00fromSeed', '00fromSeed']);
    expect(second.err).toEqual([`okta-emulator: ${data} exists, so the seed is not used.`]);
    expect(await ended('--data', data)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/Process \d+ uses the data file/),
    });
  });

  it.each([
    ['--help', /Usage: okta-emulator/],
    ['-h', /--seed <file>/],
    ['--version', new RegExp(`^${VERSION}$`)],
  ])('with %s prints it and ends', async (flag, text) => {
    expect(await ended(flag)).toEqual({ code: 0, out: expect.stringMatching(text), err: '' });
  });

  it.each([
    [['--nope'], /Unknown option '--nope'\. See okta-emulator --help\.$/],
    [['extra'], /Unexpected argument 'extra'/],
    [['--port', 'x'], /--port needs a number from 0 to 65535, not 'x'/],
    [['--port', '70000'], /not '70000'/],
    [['--port'], /--port/],
    [['--seed', '/none.yaml'], /seed file \/none\.yaml cannot be read/],
    [['--data', '/none/org'], /data file \/none\/org cannot be used/],
    [['--host', 'no.such.host.invalid'], /Cannot listen on no\.such\.host\.invalid/],
    [['--host', '203.0.113.1'], /this machine does not have the address/],
  ])('ends with 2 and one line for %j', async (args, message) => {
    const { code, out, err } = await ended(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).toMatch(/^okta-emulator: [^\n]+$/);
  });

  it('says that a port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await ended('--port', String(port))).toMatchObject({
      code: 2,
      err: expect.stringContaining('the port is in use'),
    });
  });
});

describe('a seed file', () => {
  it.each([
    ['users:\n  - profile:\n   login: [', /:3: /],
    ['users:\n  - id: a\n', /:2: users\[0\] lacks 'profile'/],
    [
      'groups:\n  - profile: { name: A }\n  - profile: { name: B }\n    member: [x]\n',
      /:4: groups\[1\]\.member is not known; known are id/,
    ],
    ['subdomain: acme\nusers: {}\n', /:2: users should be a list/],
    ['users:\n  - profile: {}\n    status: GONE\n', /:3: users\[0\]\.status should be one of STAGED/],
    ['apps:\n\n  - app: 5\n', /:3: apps\[0\]\.app should be an object/],
    ['- a\n', /:1: the file should be an object/],
    [
      'users:\n  - profile: { login: ada@x.com, email: ada@x.com, firstName: A, lastName: L }\n  - profile: { login: x }\n',
      /:3: users\[1\]: Api validation failed/,
    ],
    ['groups:\n  - profile: { name: A }\n    members: [nobody]\n', /:2: groups\[0\]: there is no user 'nobody'/],
  ])('that is wrong is refused by line and member: %j', async (content, message) => {
    const { code, err } = await ended('--seed', seedFile(content));
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(/^okta-emulator: .*seed\.yaml:\d+: [^\n]+$/);
  });

  it.each([['# nothing\n'], ['---\n'], ['{"subdomain": "acme"}']])('may say little: %j', async (content) => {
    expect((await listening('--seed', seedFile(content))).err).toEqual([]);
  });
});

describe('a process', () => {
  async function spawned(...args: string[]): Promise<{ child: ChildProcess; url: string; token: string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/okta-emulator.ts', '--quiet', ...args]);
    onTestFinished(() => void child.kill('SIGKILL'));
    let text = '';
    for await (const chunk of child.stdout) {
      text += chunk;
      if (/TOKEN=.*\n/.test(text)) break;
    }
    return { child, url: /ORGURL=(.*)/.exec(text)?.[1] ?? '', token: /TOKEN=(.*)/.exec(text)?.[1] ?? '' };
  }

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'that gets %s answers what it was asked, closes its file and ends with 0',
    async (signal) => {
      const data = dataFile();
      const { child, url, token } = await spawned('--data', data);
      const headers = { authorization: `SSWS ${token}` };
      await fetch(`${url}/.emulator/faults`, { method: 'POST', body: JSON.stringify({ then: { delayMs: 600 } }) });
      const asked = fetch(`${url}/api/v1/users/me`, { headers });
      await new Promise((resolve) => setTimeout(resolve, 150));
      child.kill(signal);
      const exit = once(child, 'exit');
      expect((await asked).status).toBe(200);
      expect(await exit).toEqual([0, null]);
      expect(existsSync(`${data}.lock`)).toBe(false);
    },
  );
});
