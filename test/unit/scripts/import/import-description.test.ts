import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallDescription, yamlOf } from './small-description.js';
import { specFolder } from './spec-folder.js';

const FIRST = yamlOf(smallDescription());
const SECOND = FIRST.replace('2030.01.0', '2030.02.0').replace('operationId: getPet', 'operationId: readPet');

describe('an import', () => {
  it('writes the facts and where they came from', async () => {
    const folder = specFolder();
    const outcome = await folder.run(FIRST);
    expect(outcome).toMatchObject({ name: 'small', from: undefined, to: '2030.01.0', operations: 3, schemas: 2 });
    expect(Object.keys(folder.facts())).toEqual(['small.yaml', 'sources.json']);
    expect(outcome.written).toEqual([join(folder.dir, 'small.yaml'), join(folder.dir, 'sources.json')]);
  });

  it('writes nothing when it changes nothing', async () => {
    const folder = specFolder();
    await folder.run(FIRST);
    const again = await folder.run(FIRST);
    expect(again.written).toEqual([]);
    expect(again.report).toMatchObject({ step: 'none', changes: [] });
  });

  it('writes nothing when it only checks', async () => {
    const folder = specFolder();
    await folder.run(FIRST);
    const before = folder.facts();
    const outcome = await folder.run(SECOND, { check: true });
    expect(outcome.report.step).toBe('major');
    expect(folder.facts()).toEqual(before);
  });

  it('compares with the facts that are there', async () => {
    const folder = specFolder();
    await folder.run(FIRST);
    const outcome = await folder.run(SECOND);
    expect(outcome).toMatchObject({ from: '2030.01.0', to: '2030.02.0' });
    expect(outcome.report.changes).toMatchObject([{ kind: 'operation-renamed', where: 'GET /pets/{petId}' }]);
    expect(folder.read('small.yaml')).toContain('operationId: readPet');
  });

  it('keeps the records of other documents, in the order of their names', async () => {
    const folder = specFolder();
    await folder.run(FIRST, { document: 'zoo' });
    await folder.run(FIRST, { document: 'animals' });
    expect(Object.keys(JSON.parse(folder.read('sources.json')))).toEqual(['animals', 'zoo']);
  });

  it.each([
    ['{', /not JSON/],
    ['{ "small": 1 }', /not the records/],
    ['{ "small": { "file": "a", "release": "1", "sha256": "", "supplements": [{}] } }', /not the records/],
  ])('is refused while the records are damaged: %s', async (text, reason) => {
    const folder = specFolder();
    await folder.run(FIRST);
    writeFileSync(join(folder.dir, 'sources.json'), text);
    const before = folder.facts();
    await expect(folder.run(SECOND)).rejects.toThrow(reason);
    expect(folder.facts()).toEqual(before);
  });

  it('is refused while the facts that are there are cut short', async () => {
    const folder = specFolder();
    await folder.run(FIRST);
    writeFileSync(join(folder.dir, 'small.yaml'), folder.read('small.yaml').replace('...\n', ''));
    await expect(folder.run(SECOND)).rejects.toThrow(/small\.yaml: the file lacks the line "\.\.\." at its end/);
  });
});
