import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/migrate/cli/run.js';
import { readSource, writeSource } from '../../src/migrate/cli/source-file.js';
import { VERSION } from '../../src/version.js';

const OLD = "const okta = require('@okta/okta-sdk-nodejs');\nconst client = new okta.Client();\nclient.getUser('a');\n";
const NEW = OLD.replace("client.getUser('a')", "client.userApi.getUser({ userId: 'a' })");

/** Makes a folder with files in it, which goes with the test. */
function folder(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), 'okta-migrate-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

async function command(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');

describe('okta-migrate', () => {
  it('rewrites a folder, says so, and finds nothing more the second time', async () => {
    const root = folder({ 'a.js': OLD, 'lib/b.ts': OLD, 'lib/c.txt': OLD });
    const first = await command(root);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('2 files: 2 calls rewritten in 2, 0 places left to you.');
    expect([read(root, 'a.js'), read(root, 'lib/b.ts'), read(root, 'lib/c.txt')]).toEqual([NEW, NEW, OLD]);
    const second = await command(root);
    expect(second).toMatchObject({ code: 0, out: '2 files: 0 calls rewritten in 0, 0 places left to you.' });
  });

  it('writes nothing on a dry run', async () => {
    const root = folder({ 'a.js': OLD });
    const { code, out } = await command(root, '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain(`would rewrite ${join(root, 'a.js')} (1 call)`);
    expect(out).toContain('1 call to rewrite in 1');
    expect(read(root, 'a.js')).toBe(OLD);
  });

  it('lists what is left with its place, and says so by its exit code', async () => {
    const root = folder({ 'a.js': `${OLD}\n  client[name]();\n` });
    const { code, out } = await command(root);
    expect(code).toBe(1);
    expect(out).toContain(`${join(root, 'a.js')}:5:3  client[…]: which method it is`);
    expect(read(root, 'a.js')).toBe(`${NEW}\n  client[name]();\n`);
  });

  it('never enters folders that others fill, nor follows links', async () => {
    const root = folder({
      'node_modules/x/a.js': OLD,
      'dist/a.js': OLD,
      '.git/a.js': OLD,
      'src/dist/a.js': OLD,
      'src/types.d.ts': OLD,
      'src/a.min.js': OLD,
      'elsewhere/kept.txt': OLD,
    });
    symlinkSync(join(root, 'elsewhere/kept.txt'), join(root, 'src/link.js'));
    expect(await command(root)).toMatchObject({
      code: 0,
      out: '0 files: 0 calls rewritten in 0, 0 places left to you.',
    });
    expect(read(root, 'src/link.js')).toBe(OLD);
  });

  it('keeps byte order mark, line ends, hashbang and mode', async () => {
    const text = `\uFEFF#!/usr/bin/env node\n${OLD}// ünïcödé 🎉\n`.replaceAll('\n', '\r\n');
    const root = folder({ 'a.js': text });
    chmodSync(join(root, 'a.js'), 0o755);
    expect((await command(root)).code).toBe(0);
    expect(read(root, 'a.js')).toBe(text.replace("client.getUser('a')", "client.userApi.getUser({ userId: 'a' })"));
    expect(statSync(join(root, 'a.js')).mode & 0o777).toBe(0o755);
    expect(readdirSync(root)).toEqual(['a.js']);
  });

  it('leaves files that it cannot read, and goes on with the others', async () => {
    const latin = Buffer.concat([Buffer.from(OLD), Buffer.from([0x2f, 0x2f, 0xe9, 0x0a])]);
    const root = folder({ 'a.js': OLD, 'broken.js': `${OLD}client.getUser(`, 'latin.js': latin });
    const { code, out } = await command(root);
    expect(code).toBe(1);
    expect(out).toMatch(/Not touched:\n\S*broken\.js {2}Unexpected token \(4:15\)\n\S*latin\.js {2}it is not UTF-8/);
    expect(read(root, 'a.js')).toBe(NEW);
    expect(readFileSync(join(root, 'latin.js'))).toEqual(latin);
  });

  it.each([
    [
      ['--include', 'src/**'],
      ['src/a.js', 'src/a.spec.js'],
    ],
    [
      ['--exclude', '*.spec.js'],
      ['b.js', 'src/a.js'],
    ],
    [['--include', 'src/*.js', '--exclude', '**/*.spec.js'], ['src/a.js']],
    [
      ['--include', '?.js'],
      ['b.js', 'src/a.js'],
    ],
  ])('takes %j', async (args, changed) => {
    const files = ['b.js', 'src/a.js', 'src/a.spec.js'];
    const root = folder(Object.fromEntries(files.map((name) => [name, OLD])));
    await command(root, ...args);
    expect(files.filter((name) => read(root, name) === NEW)).toEqual(changed);
  });

  it('takes a file', async () => {
    const root = folder({ 'a.js': OLD, 'b.js': OLD });
    expect((await command(join(root, 'a.js'))).code).toBe(0);
    expect([read(root, 'a.js'), read(root, 'b.js')]).toEqual([NEW, OLD]);
  });

  it('does not write over what somebody changed meanwhile', async () => {
    const root = folder({ 'a.js': OLD });
    const source = await readSource(join(root, 'a.js'));
    writeFileSync(join(root, 'a.js'), 'changed');
    await expect(writeSource(source, NEW)).rejects.toThrow('changed by somebody else');
    expect(read(root, 'a.js')).toBe('changed');
    expect(readdirSync(root)).toEqual(['a.js']);
  });

  it.each([
    [[], 'Which folder?'],
    [['--what'], "Unknown option '--what'"],
    [['/no/such/folder'], 'There is no /no/such/folder.'],
  ])('complains about %j', async (args, complaint) => {
    const { code, out, err } = await command(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(complaint);
  });

  it('tells how it is used, and its version', async () => {
    expect((await command('--help')).out).toContain('Usage: okta-migrate');
    expect(await command('--version')).toEqual({ code: 0, out: VERSION, err: '' });
  });
});
