import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';
import { migrateCommand } from '../../scripts/lib/package/migrate-command.js';

/** The parser is most of it. */
const MOST_BYTES = 620_000;

it('is one file that runs on its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'okta-migrate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await build({ ...migrateCommand(join(folder, 'dist')), bundle: true, platform: 'node', target: 'node20' });
  const command = join(folder, 'dist/okta-migrate.js');
  expect(statSync(command).size).toBeLessThan(MOST_BYTES);
  expect(readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'a.ts'),
    "import { Client } from '@okta/okta-sdk-nodejs';\nnew Client().getGroup('00g1');\n",
  );
  const out = execFileSync(process.execPath, [command, folder], { encoding: 'utf8' });
  expect(out).toContain('1 call rewritten in 1, 0 places left to you.');
  expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toContain("new Client().groupApi.getGroup({ groupId: '00g1' });");
});

it('is a command of the package', () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };
  expect(bin['okta-migrate']).toBe('./dist/okta-migrate.js');
});
