import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';

const run = promisify(execFile);
const FOLDER = 'examples/emulator-in-tests';
/** The package as it is in this repository, under the names that users import. */
const alias = {
  '@okta/okta-sdk-nodejs/emulator': resolve('src/emulator.ts'),
  '@okta/okta-sdk-nodejs': resolve('src/index.ts'),
};

function workplace(): string {
  const folder = mkdtempSync('node_modules/.example-');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Without the marks of the runner that this test runs in. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_|TEST$)/.test(name)));
}

describe('the examples of tests with the emulator', () => {
  it('pass with node:test', { timeout: 60_000 }, async () => {
    const outfile = join(workplace(), 'node.test.mjs');
    const entryPoints = [`${FOLDER}/node.test.js`];
    await build({ entryPoints, outfile, alias, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
    const { stdout } = await run(process.execPath, ['--test', '--test-reporter=tap', outfile], {
      env: cleanEnvironment(),
    });
    expect(stdout).toMatch(/# pass 3\n# fail 0/);
  });

  it('pass with vitest', { timeout: 60_000 }, async () => {
    const config = join(workplace(), 'vitest.config.mjs');
    const settings = { root: resolve(FOLDER), resolve: { alias }, test: { include: ['vitest.test.js'] } };
    writeFileSync(config, `export default ${JSON.stringify(settings)};`);
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '--reporter=json'];
    const { stdout } = await run(process.execPath, args, { env: cleanEnvironment() });
    expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toMatchObject({ success: true, numPassedTests: 2 });
  });
});
