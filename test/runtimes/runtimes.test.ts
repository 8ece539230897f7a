import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/chromium.js';
import { EXPECTED, type Org, startOrg } from './org.js';
import { runInPage } from './page.js';
import { runInWorkerd } from './workerd.js';
import { layOut, run } from './workplace.js';

/** What belongs to Node alone, as it stands in code. */
const NODE_ALONE =
  /\bfrom\s*"node:|import\("node:|require\("(?:node:)?(?:http|fs|zlib|tls)"\)|getBuiltinModule|createRequire/;
/** 130 kB as esbuild counts them; scenario and all. */
const WORKER_BYTES = 130 * 1024;

const { folder, hasTools } = layOut();
let org: Org;

beforeAll(async () => {
  org = await startOrg();
});
afterAll(() => org.emulator.close());

async function expectOutcome(work: (access: Org['access']) => Promise<unknown>) {
  expect(await work(org.access)).toEqual(EXPECTED);
}

describe('programs', () => {
  it.each<[string, string, readonly string[]]>([
    ['Node, ES modules', 'node', ['main.js']],
    ['Node, CommonJS', 'node', ['main.cjs']],
    ['tsx, ES modules', 'tsx', ['main.ts']],
    ['tsx, CommonJS', 'tsx', ['commonjs.cts']],
    ['Vitest', 'vitest', ['run', '--config', 'vitest.config.js']],
  ])('run with %s', async (_, command, args) => {
    await expectOutcome((access) => run(command, args, access));
  });

  it.skipIf(!hasTools).each<[string, string, readonly string[]]>([
    ...['node20', 'node22', 'node24'].flatMap((node): [string, string, string[]][] => [
      [`${node}, ES modules`, node, ['main.js']],
      [`${node}, CommonJS`, node, ['main.cjs']],
    ]),
    ['Bun', 'bun', ['main.js']],
    ['Bun, CommonJS', 'bun', ['main.cjs']],
    ['Deno', 'deno', ['run', '-A', '--no-lock', 'main.js']],
    ['Jest', 'jest', ['--rootDir', '.', '--testMatch', '**/jest.spec.cjs', '--ci']],
    [
      'Jest, ES modules',
      'node',
      [
        '--experimental-vm-modules',
        'node_modules/jest/bin/jest.js',
        ...['--rootDir', '.', '--testMatch', '**/jest.spec.js', '--ci', '--config', '{"transform":{}}'],
      ],
    ],
    [
      'ts-node, CommonJS',
      'ts-node',
      ['--transpileOnly', '--skipProject', '-O', '{"module":"commonjs"}', 'commonjs/main.ts'],
    ],
  ])('run with %s', async (_, command, args) => {
    await expectOutcome((access) => run(command, args, access));
  });
});

describe('all doors', () => {
  it('open in Node', async () => {
    expect(await run('node', ['doors.js'])).toEqual([true, 1, 'function']);
  });

  it.skipIf(!hasTools).each<[string, string, readonly string[]]>([
    ['Bun', 'bun', ['doors.js']],
    ['Deno', 'deno', ['run', '-A', '--no-lock', 'doors.js']],
  ])('open in %s', async (_, command, args) => {
    expect(await run(command, args)).toEqual([true, 1, 'function']);
  });
});

describe('bundles for Node', { timeout: 60_000 }, () => {
  it.each<[string, string, string]>([
    ['esbuild', 'bundle-esbuild.js', 'out/esbuild.cjs'],
    ['Vite', 'bundle-vite.js', 'out/vite/main.js'],
  ])('of %s run', async (_, script, output) => {
    await run('node', [script, 'node']);
    await expectOutcome((access) => run('node', [output], access));
  });

  it.skipIf(!hasTools).each<[string, string, string]>([
    ['Rollup', 'bundle-rollup.js', 'out/rollup/main.mjs'],
    ['webpack', 'bundle-webpack.js', 'out/webpack/main.cjs'],
  ])('of %s run', async (_, script, output) => {
    await run('node', [script]);
    await expectOutcome((access) => run('node', [output], access));
  });
});

describe('a worker', () => {
  it.skipIf(!hasTools)('runs in workerd', async () => {
    await run('node', ['bundle-esbuild.js', 'worker']);
    await expectOutcome((access) => runInWorkerd(folder, access));
  });

  it('holds nothing of Node’s and is small: an Api with OAuth, everything in', async () => {
    await run('node', ['bundle-esbuild.js', 'worker']);
    const path = join(folder, 'out/worker.js');
    expect(readFileSync(path, 'utf8')).not.toMatch(NODE_ALONE);
    expect(statSync(path).size).toBeLessThanOrEqual(WORKER_BYTES);
  });
});

describe.skipIf(chromiumPath === undefined)('a page in Chromium', () => {
  it('bundled by esbuild', async () => {
    await run('node', ['bundle-esbuild.js', 'page']);
    const pages = join(folder, 'out/page');
    mkdirSync(pages, { recursive: true });
    copyFileSync(join(folder, 'page.html'), join(pages, 'page.html'));
    renameSync(join(folder, 'out/esbuild-page.js'), join(pages, 'page.js'));
    await expectOutcome((access) => runInPage(pages, access));
  });

  it('bundled by Vite', async () => {
    await run('node', ['bundle-vite.js', 'page']);
    const pages = join(folder, 'out/vite-page');
    const code = readdirSync(join(pages, 'assets')).map((name) => readFileSync(join(pages, 'assets', name), 'utf8'));
    expect(code.join('\n')).not.toMatch(NODE_ALONE);
    await expectOutcome((access) => runInPage(pages, access));
  });
});
