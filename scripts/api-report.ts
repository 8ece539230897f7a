import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ApiReport, apiReport } from './lib/package/api-report.js';
import { writeDeclarations } from './lib/package/declarations.js';
import { writeMemoryStoreDoor } from './lib/package/memory-store-door.js';
import { reportDifferences } from './lib/package/report-differences.js';

const FOLDER = 'api-report';

/**
 * `npm run api`: writes `api-report/`, what users can see of the package; with `--check` only compares. A test of the
 * packed package compares, too.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const report = await makeReport();
  if (!values.check) return write(report);
  const differences = reportDifferences(FOLDER, report);
  if (differences.length === 0) return;
  console.error([...differences, 'What users see has changed: run `npm run api` and commit it.'].join('\n'));
  process.exitCode = 1;
}

async function makeReport(): Promise<ApiReport> {
  mkdirSync('build', { recursive: true });
  const types = mkdtempSync('build/api-');
  try {
    await writeDeclarations(types);
    writeMemoryStoreDoor(types, true);
    return apiReport(types);
  } finally {
    rmSync(types, { recursive: true });
  }
}

function write(report: ApiReport): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const [name, text] of report) writeFileSync(join(FOLDER, name), text);
}

await main();
