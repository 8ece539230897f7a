import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPILERS, type CompilerVersion, compile, fetchCompilers } from './compilers.js';
import { link, makeProject, type Packed, pack } from './pack.js';

/** What the package may cost. Limits may only become tighter. */
const LARGEST = { tarball: 1_350_000, unpacked: 7_300_000, files: 45 };

/** What `npm install --omit=dev` may cost. */
const INSTALLED = { packages: 40, bytes: 12_000_000, files: 1_100 };

/** The same of a compiler's work, against v8: share of its time, megabytes. */
const COMPILING = { share: 0.5, megabytes: 110 };

/** What may be in the tarball. */
const CONTENTS = [
  /^(?:package\.json|README\.md|LICENSE|NOTICE|CHANGELOG\.md)$/,
  /^dist\/(?:index|emulator|oktajs|polyfill|sdk)\.(?:js|cjs|d\.ts|d\.cts)$/,
  /^dist\/models\.d\.cts$/,
  /^dist\/okta-emulator\.js$/,
  /^dist\/chunks\/[\w-]+\.js$/,
  /^dist\/(?:[\w-]+\/)+[\w-]+(?:\.portable)?\.js$/,
];

const RESOLUTIONS = [
  { module: 'Node16', moduleResolution: 'Node16' },
  { module: 'NodeNext', moduleResolution: 'NodeNext' },
  { module: 'ESNext', moduleResolution: 'Bundler' },
];

const versions = Object.keys(COMPILERS) as CompilerVersion[];

/** Of the files of a package, without those that are installed below it. */
function fileSizes(folder: string): number[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.slice(folder.length).includes('node_modules'))
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
}

describe('the packed package', () => {
  let packed: Packed;
  let project: string;

  beforeAll(() => {
    packed = pack();
    project = makeProject(packed.tarball);
    for (const name of ['program', 'attributes', 'platform', 'measured']) {
      for (const ending of ['mts', 'cts'])
        cpSync(`test/package/consumer/${name}.mts`, join(project, `${name}.${ending}`));
    }
    fetchCompilers();
  }, 600_000);

  afterAll(() => {
    if (project !== undefined) rmSync(project, { recursive: true });
  });

  it('holds what users need and nothing else', () => {
    expect(packed.files.map(({ path }) => path).filter((path) => !CONTENTS.some((form) => form.test(path)))).toEqual(
      [],
    );
    expect(packed.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['LICENSE', 'NOTICE', 'README.md', 'dist/index.js', 'dist/index.cjs', 'dist/sdk.d.ts']),
    );
  });

  it(`is at most ${LARGEST.tarball} bytes, ${LARGEST.unpacked} unpacked, in ${LARGEST.files} files`, () => {
    expect(packed.size).toBeLessThan(LARGEST.tarball);
    expect(packed.unpackedSize).toBeLessThan(LARGEST.unpacked);
    expect(packed.files.length).toBeLessThan(LARGEST.files);
  });

  it(`comes with at most ${INSTALLED.packages} packages, ${INSTALLED.bytes} bytes in ${INSTALLED.files} files with them`, () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: true }>;
    };
    const paths = Object.keys(packages).filter((path) => path !== '' && !packages[path]?.dev);
    const sizes = paths.flatMap(fileSizes);
    expect(paths.length).toBeLessThanOrEqual(INSTALLED.packages);
    expect(sizes.reduce((sum, size) => sum + size, packed.unpackedSize)).toBeLessThan(INSTALLED.bytes);
    expect(sizes.length + packed.files.length).toBeLessThan(INSTALLED.files);
  });

  it('mentions no source map', () => {
    const home = join(project, 'node_modules/@okta/okta-sdk-nodejs');
    const code = packed.files.filter(({ path }) => path.startsWith('dist/'));
    expect(code.filter(({ path }) => readFileSync(join(home, path), 'utf8').includes('\n//# sourceMapping'))).toEqual(
      [],
    );
  });

  it('is what publint recommends', async () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
    const { messages } = await publint({ pkgDir: resolve('build/package'), strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  }, 60_000);

  it('has the right types for every way of importing it', async () => {
    const result = await checkPackage(createPackageFromTarballData(readFileSync(packed.tarball)));
    expect(result.types).toMatchObject({ kind: 'included' });
    expect('problems' in result ? result.problems : result).toEqual([]);
  }, 120_000);

  it.each(versions.flatMap((version) => RESOLUTIONS.map((how) => ({ version, how }))))(
    'compiles under TypeScript $version with $how.moduleResolution',
    ({ version, how }) => {
      const files = ['program.mts', 'attributes.mts', 'program.cts', 'attributes.cts'];
      expect(compile(version, project, files, how).errors).toEqual([]);
    },
    120_000,
  );

  it.each(versions)(
    "takes the platform's types where there are some (TypeScript %s)",
    (version) => {
      const how = { ...RESOLUTIONS[0], lib: ['ES2022', 'DOM', 'DOM.Iterable'] };
      expect(compile(version, project, ['platform.mts', 'platform.cts'], how).errors).toEqual([]);
    },
    120_000,
  );

  it(`compiles in at most ${COMPILING.share} of v8's time and ${COMPILING.megabytes} MB`, () => {
    const before = mkdtempSync(join(tmpdir(), 'okta-v8-'));
    mkdirSync(join(before, 'node_modules/@types'), { recursive: true });
    link(before, 'incumbent', '@okta/okta-sdk-nodejs');
    cpSync('test/package/consumer/measured.mts', join(before, 'measured.mts'));
    const measure = (where: string) => compile('5.9', where, ['measured.mts'], { module: 'Node16' });
    const runs = [1, 2].map(() => ({ v8: measure(before), own: measure(project) }));
    rmSync(before, { recursive: true });
    const share = Math.min(...runs.map(({ own }) => own.seconds)) / Math.min(...runs.map(({ v8 }) => v8.seconds));
    const megabytes = Math.min(...runs.map(({ own }) => own.megabytes));
    expect(runs[0]?.own.errors).toEqual([]);
    expect(share).toBeLessThan(COMPILING.share);
    expect(megabytes).toBeLessThan(COMPILING.megabytes);
  }, 120_000);

  it.each([
    [
      'module',
      "import { Client } from '@okta/okta-sdk-nodejs'; import { createEmulator } from '@okta/okta-sdk-nodejs/emulator';",
    ],
    [
      'commonjs',
      "const { Client } = require('@okta/okta-sdk-nodejs'); const { createEmulator } = require('@okta/okta-sdk-nodejs/emulator');",
    ],
  ])('runs (%s)', (type, head) => {
    const program = `${head}
      const { url: orgUrl, token, fetch } = createEmulator();
      new Client({ orgUrl, token, fetch }).userApi.listUsers().then((users) => users.toArray()).then(({ length }) => console.log(length > 0))`;
    const { stdout, stderr } = spawnSync(process.execPath, [`--input-type=${type}`, '--eval', program], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout.trim() || stderr).toBe('true');
  });
});
