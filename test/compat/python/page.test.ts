import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collect } from '../../../src/config/collect.js';
import { compile } from '../../support/compile.js';
import { makeWorld, runProgram, type World } from './world.js';

const page = readFileSync('docs/python.md', 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code ?? '');
const programs = blocks('ts');

const REFUSED = { errorCode: 'E0000011', errorSummary: 'Invalid token provided', errorLink: 'E0000011' };
const UNKNOWN = 'Okta HTTP 404 E0000007 Not found: Resource not found: nobody@example.com (User)';
const GONE = 'That was the last page; ask hasNext() before next()';
const OWNER = 'admin@emulator.okta.test';

type Check = (printed: unknown[][], world: World) => unknown;

const prints =
  (...lines: unknown[][]): Check =>
  (printed) =>
    expect(printed).toEqual(lines);

/** The programs of the page in their order, and what each must print or do. */
const checks: [what: string, check: Check][] = [
  ['a client made from options', prints(['Emulator', 'Admin'], ['Ada', 'Lovelace'])],
  ['a client made from the environment', prints([2])],
  ['a service app', prints(['ACTIVE'])],
  ['results of a call', prints([404, UNKNOWN])],
  ['results of all calls', prints(['ACTIVE', 'OktaApiError'])],
  ['an error with its members', prints([{ ...REFUSED, errorId: expect.any(String), errorCauses: [] }])],
  ['an error of one’s own', () => undefined],
  ['pages one at a time', prints([1], [expect.any(String)], [false, GONE])],
  ['pages in a loop', prints([expect.any(String)], [expect.any(String)])],
  ['one user', prints([true])],
  ['users by a filter', prints([OWNER], ['ada@example.com'])],
  ['a new user', prints(['ACTIVE'])],
  ['a changed user', prints(['Countess', 'Ada'])],
  [
    'the end of a user',
    async (_, { client, user }) =>
      expect(client.userApi.getUser({ userId: user.id }, { cache: false })).rejects.toMatchObject({ status: 404 }),
  ],
  ['groups of a user', prints(['Everyone'])],
  [
    'attributes of one’s own',
    prints(['Emulator', 'has no customAttr'], ['Ada', 'has no customAttr'], ['John', 'custom value']),
  ],
  [
    'a group with a member',
    async (_, { client, user }) => {
      const groups = await (await client.userApi.listUserGroups({ userId: user.id })).toArray();
      expect(groups.map(({ profile }) => profile.name).sort()).toEqual(['Engine builders', 'Everyone']);
    },
  ],
  ['supported factors', (printed) => expect(printed).toContainEqual(['sms', 'OKTA'])],
  ['a new factor', prints(['PENDING_ACTIVATION'])],
  ['a factor in use', prints(['ACTIVE', 'SUCCESS'])],
  ['applications', (printed) => expect(printed.slice(-2)).toEqual([['Plans'], ['Plans', 'BOOKMARK']])],
  ['a new application', prints(['SWA Test App', 'ACTIVE'])],
  ['endpoints without a method', prints(['SUSPENDED'])],
  [
    'parts of one’s own',
    (printed) => expect(printed).toEqual([[expect.any(String)], ['GET', 200, expect.any(Number)], [true]]),
  ],
  [
    'settings and log',
    (printed) => {
      expect(printed.map(([line]) => String(line).replace(/http:[^,]+/, '…'))).toEqual([
        'UserApi.getUser: GET …, attempt 1',
        expect.stringMatching(/^UserApi\.getUser: GET …, 200 after/),
      ]);
    },
  ],
];

describe('the page for people who come from Python', () => {
  it('has a program for each of these checks', () => expect(programs).toHaveLength(checks.length));

  it('compiles', { timeout: 60_000 }, () => {
    const heads =
      "import * as okta from '../../src/index.js';\nimport type { World } from '../compat/python/world.js';\n";
    const bodies = programs.map(
      (code, index) =>
        `export async function program${index}({ client, user, app, factor, ask }: World) { void [client, user, app, factor, ask]; {\n${code.replace(/^import .*$/gm, '')}\n} }`,
    );
    expect(compile(heads + bodies.join('\n'))).toEqual([]);
  });

  it.each(checks.map(([what, check], index) => [what, check, programs[index] ?? ''] as const))(
    'runs: %s',
    async (what, check, code) => {
      const world = await makeWorld();
      const running = runProgram(code, world);
      if (what === 'an error of one’s own') {
        await expect(running).rejects.toMatchObject({ code: 'DIRECTORY', cause: { status: 404 } });
      } else await check(await running, world);
    },
  );

  it('has links that lead to files and to headings in them', () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)(?:#([^)]+))?\)/g)];
    expect(links.length).toBeGreaterThan(5);
    for (const [, path = '', heading] of links) {
      const text = readFileSync(join('docs', path), 'utf8');
      if (heading) expect(text.toLowerCase()).toContain(`# ${heading}`);
    }
  });

  it('shows a file of settings that is read without a warning', () => {
    const folder = mkdtempSync(join(tmpdir(), 'okta-python-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'okta.yaml');
    writeFileSync(path, blocks('yaml')[0] ?? '');
    const warnings: string[] = [];
    const logger = { warn: (text: string) => void warnings.push(text) };
    const { settings, faults } = collect({ environment: {}, yamlFiles: [path], logger });
    const values = Object.fromEntries(Object.entries(settings).map(([name, { value }]) => [name, value]));
    expect([warnings, faults]).toEqual([[], []]);
    expect(values).toEqual({
      connectionTimeout: 30,
      orgUrl: 'https://acme.okta.com',
      'proxy.port': 3128,
      'proxy.host': 'proxy.example.com',
      'proxy.username': 'ada',
      'proxy.password': 'secret',
      token: '00…',
      requestTimeout: 0,
      'rateLimit.maxRetries': 4,
      'logging.enabled': true,
      'logging.logLevel': 'info',
    });
  });
});
