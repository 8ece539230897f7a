import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readV4Facts } from '../../scripts/lib/v4/v4-facts.js';
import { createEmulator } from '../../src/emulator.js';
import * as sdk from '../../src/index.js';
import { OktaAPI } from '../../src/oktajs.js';
import { compile } from '../support/compile.js';
import { runCode } from '../support/run-code.js';
import { migrateTexts } from './fixtures.js';

const page = readFileSync('docs/migrate.md', 'utf8');
const methods = readFileSync('generated/management/migrate.md', 'utf8');
const programs = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);
const DOOR = /from '@okta\/okta-sdk-nodejs'/;
const client = new sdk.Client({ orgUrl: 'https://acme.okta.com', token: '00t', environment: {} }) as unknown as Record<
  string,
  Record<string, unknown>
>;

/** Runs a program of the page against an embedded org; returns what it printed. */
async function run(code: string): Promise<unknown[][]> {
  const emulator = createEmulator();
  onTestFinished(() => emulator.close());
  const { url } = await emulator.listen();
  vi.stubEnv('OKTA_CLIENT_ORGURL', url);
  vi.stubEnv('OKTA_CLIENT_TOKEN', emulator.token);
  const own = new sdk.Client();
  const email = 'ada@example.com';
  await own.userApi.createUser({ body: { profile: { firstName: 'Ada', lastName: 'L', email, login: email } } });
  await own.groupApi.addGroup({ group: { profile: { name: 'Engineers' } } });
  const settings = { app: { url: 'https://wiki.example.com', requestIntegration: false } };
  const app = await own.applicationApi.createApplication({
    application: { signOnMode: 'BOOKMARK', name: 'bookmark', label: 'Wiki', settings },
  });
  const ready = code.replace(/0oa…/, String(app.id)).replace(/^import .*$/m, '');
  const log = vi.fn();
  await runCode(ready, { okta: sdk, console: { log } });
  return log.mock.calls;
}

describe('the programs of docs/migrate.md', () => {
  it('are there', () => expect(programs).toHaveLength(4));

  it('compile as they stand', { timeout: 60_000 }, () => {
    const bodies = programs.map((code) => {
      expect(code.split('\n')[0]).toMatch(DOOR);
      return `{\n${code.replace(/^import .*$/m, '')}}\n`;
    });
    expect(compile(["import { okta } from '../../src/index.js';", ...bodies].join('\n'))).toEqual([]);
  });

  it('run', async () => {
    const [values = '', dates = '', lists = '', errors = ''] = programs;
    expect(await run(values)).toEqual([['https://wiki.example.com']]);
    expect(await run(dates)).toEqual([[expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]]);
    expect((await run(lists)).flat()).toEqual([
      expect.stringMatching(/^00g/),
      ...Array(2).fill(expect.stringMatching(/^00u/)),
    ]);
    expect(await run(errors)).toEqual([['E0000007']]);
  });
});

describe('what docs/migrate.md says of the codemod', () => {
  const [, table = ''] = /## What the codemod does\n\n([\s\S]*?)\n\n/.exec(page) ?? [];
  const rows = table
    .split('\n')
    .slice(2)
    .map((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));
  const ready = (code = '') => code.replace('(…)', '({ userId, assignRoleRequest })');

  it('is a table', () => expect(rows).toHaveLength(6));

  it.each(rows.map((row) => [ready(row[0]), ready(row.at(-1) === 'await' ? row[2] : row.at(-1))]))(
    '%s',
    (old, today) => {
      const program = (code: string, get: string) =>
        `import { Client } from '@okta/okta-sdk-nodejs';\nconst client = new Client();\nconst user = await client.${get};\n${code}\n`;
      const [migrated] = migrateTexts(new Map([['a.mjs', program(old, "getUser('a')")]]));
      expect(migrated?.text).toBe(program(today, "userApi.getUser({ userId: 'a' })"));
    },
  );
});

describe('the page of all methods', () => {
  const rows = methods.split('\n').filter((line) => line.startsWith('| `'));
  const v4 = readV4Facts('spec/v4.yaml');

  it('leads to methods that exist', () => {
    const targets = [...methods.matchAll(/`(\w+Api)\.(\w+)\(/g)];
    expect(targets.length).toBeGreaterThan(600);
    const missing = targets.filter(([, api = '', method = '']) => typeof client[api]?.[method] !== 'function');
    expect(missing.map(([call]) => call)).toEqual([]);
  });

  it('leads to headings that exist', () => {
    const links = [...methods.matchAll(/\]\(docs\/(\w+Api)\.md#(\w+)\)/g)];
    const missing = links.filter(
      ([, api, anchor]) =>
        !new RegExp(`^## ${anchor}$`, 'im').test(readFileSync(`generated/management/docs/${api}.md`, 'utf8')),
    );
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it.each(Object.keys(v4.operations))('has a row for %s', (name) => {
    expect(rows.filter((row) => row.startsWith(`| \`${name}(`))).toHaveLength(1);
  });

  it('has a row for every method of a value', () => {
    const live = Object.entries(v4.models).flatMap(([model, { methods: own = {} }]) =>
      Object.keys(own).map((method) => `| \`${model.charAt(0).toLowerCase()}${model.slice(1)}.${method}(`),
    );
    expect(live.length).toBeGreaterThan(250);
    expect(live.filter((start) => !rows.some((row) => row.startsWith(start)))).toEqual([]);
  });

  it('has a row for every function of oktajs', () => {
    const okta = new OktaAPI('00t', 'acme') as unknown as Record<string, object>;
    const functions = ['users', 'groups', 'sessions', 'apps', 'events'].flatMap((part) =>
      Object.getOwnPropertyNames(Object.getPrototypeOf(okta[part]))
        .filter((name) => name !== 'constructor')
        .map((name) => `${part}.${name}`),
    );
    expect(functions.length).toBeGreaterThanOrEqual(45);
    expect(functions.filter((name) => !rows.some((row) => row.startsWith(`| \`${name}(`)))).toEqual([]);
  });
});
