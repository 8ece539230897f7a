import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallDescription, yamlOf } from './small-description.js';
import { type SpecFolder, specFolder } from './spec-folder.js';

const TSX = resolve('node_modules/tsx/dist/cli.mjs');
const SCRIPT = resolve('scripts/spec-import.ts');

function run(folder: SpecFolder, ...args: string[]) {
  return spawnSync(process.execPath, [TSX, SCRIPT, ...args], { cwd: folder.root, encoding: 'utf8' });
}

const FIRST = yamlOf(smallDescription());

describe('npm run spec:import', () => {
  it('imports a file under its own name and reports', () => {
    const folder = specFolder();
    folder.put('zoo.yaml', FIRST);
    const { status, stdout, stderr } = run(folder, 'zoo.yaml');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('zoo 2030.01.0: 3 operations, 2 schemas');
    expect(stdout).toContain('first import: everything is new');
    expect(stdout).toContain('written: spec/zoo.yaml, spec/sources.json');
    expect(Object.keys(folder.facts())).toEqual(['sources.json', 'zoo.yaml']);
  });

  it('prints nothing but JSON when asked to, and a break does not fail a check', () => {
    const folder = specFolder();
    folder.put('one.yaml', FIRST);
    folder.put('two.yaml', FIRST.replace('operationId: getPet', 'operationId: readPet'));
    run(folder, 'one.yaml', '--as', 'zoo');
    const { status, stdout } = run(folder, 'two.yaml', '--as', 'zoo', '--check', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'zoo',
      from: '2030.01.0',
      step: 'major',
      counts: { total: 1, breaking: 1, addition: 0, change: 0 },
      changes: [{ kind: 'operation-renamed', where: 'GET /pets/{petId}', breaking: true, why: expect.any(String) }],
      faults: [],
      unknown: [],
      pruned: [],
      written: [],
    });
    expect(folder.read('zoo.yaml')).toContain('getPet');
  });

  it('fails with one clear line for a file it cannot import', () => {
    const folder = specFolder();
    folder.put('zoo.yaml', 'swagger: "2.0"\n');
    const { status, stdout, stderr } = run(folder, 'zoo.yaml', '--json');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      'zoo.yaml#: a description in Swagger 2.0. Only OpenAPI 3.0 is read, which is what Okta publishes.\n',
    );
    expect(folder.facts()).toEqual({});
  });

  it.each([
    ['no file', [], /Give one file/],
    ['two files', ['a.yaml', 'b.yaml'], /Give one file/],
    ['an unknown option', ['a.yaml', '--force'], /--force/],
    ['a name that is a path', ['a.yaml', '--as', '../a'], /is no name/],
    ['a supplement that is a path', ['a.yaml', '--supplement', 'a/b'], /is no name/],
  ])('says how it is used when given %s', (_, args, reason) => {
    const { status, stderr } = run(specFolder(), ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(reason);
    expect(stderr).toContain('Usage: npm run spec:import');
  });
});
