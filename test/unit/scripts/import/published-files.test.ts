import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFolder, specFolder } from './spec-folder.js';

const SHARED = '../shared/spec';
const absent = !existsSync(SHARED);
if (absent) console.log(`skipped: imports of published files, ${SHARED} is not there`);

/** Operations and the faults that were found by hand. */
const FILES: readonly (readonly [string, number, string[]])[] = [
  ['2024.06.1/management.yaml', 585, ['names-differ-by-case']],
  [
    '2026.03.0/management.yaml',
    727,
    [
      'array-without-items',
      'enum-value-with-markup',
      'format-is-prose',
      'names-differ-by-case',
      'path-parameter-optional',
    ],
  ],
  [
    '2026.06.2/management.yaml',
    732,
    ['array-without-items', 'format-is-prose', 'names-differ-by-case', 'path-parameter-optional'],
  ],
  ['2026.06.2/governance.yaml', 162, ['scope-not-declared', 'scopes-without-oauth']],
  ['2026.06.2/idp.yaml', 40, ['array-without-items']],
  ['2026.06.2/oag.yaml', 55, ['format-is-prose', 'scopes-without-oauth']],
  ['2026.06.2/oauth.yaml', 44, []],
  ['2026.06.2/opa.yaml', 194, ['array-without-items', 'limit-not-exact']],
  ['v8/management.yaml', 809, ['enum-value-with-markup', 'format-is-prose', 'path-parameter-optional']],
];

describe.skipIf(absent)('a published file', () => {
  it.each(FILES)('is imported: %s', async (file, operations, faults) => {
    const folder = specFolder();
    const document = basename(dirname(file)) === 'v8' ? 'v8' : 'published';
    const outcome = await folder.run(readFileSync(`${SHARED}/${file}`), { document });
    expect(outcome.operations).toBe(operations);
    expect([...new Set(outcome.findings.faults.map(({ kind }) => kind))].sort()).toEqual(faults);
    const again = await folder.run(folder.read(`${document}.yaml`), { document, check: true });
    expect(again.report).toMatchObject({ step: 'none' });
  });

  it('has 81 operations more in the description of v8', async () => {
    const folder = specFolder();
    await folder.run(readFileSync(`${SHARED}/2026.06.2/management.yaml`));
    const outcome = await folder.run(readFileSync(`${SHARED}/v8/management.yaml`), { supplement: 'v8' });
    expect(outcome).toMatchObject({ name: 'small.v8', operations: 81 });
  });

  it('gives the committed facts, for the release that is committed', async (context) => {
    const committed = openFolder(process.cwd());
    const { release } = JSON.parse(committed.read('sources.json')).management;
    const source = `${SHARED}/${release}/management.yaml`;
    if (!existsSync(source)) context.skip(`${source} is not there`);
    const folder = specFolder();
    const document = 'management';
    await folder.run(readFileSync(source), { document });
    await folder.run(readFileSync(`${SHARED}/v8/management.yaml`), { document, supplement: 'v8' });
    for (const name of ['management.yaml', 'management.v8.yaml']) expect(committed.read(name)).toBe(folder.read(name));
  });
});
