import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiReport } from '../../scripts/lib/package/api-report.js';
import { reportDifferences } from '../../scripts/lib/package/report-differences.js';
import { COMPILERS, type CompilerVersion, compile, fetchCompilers } from './compilers.js';
import { link, makeProject, type Packed, pack } from './pack.js';

const STAGE = 'build/package';

/** What the package may cost. Limits may only become tighter. */
const LARGEST = { tarball: 1_200_000, unpacked: 6_000_000, files: 240 };

/** What `npm install --omit=dev` may cost, the package included. */
const INSTALLED = { packages: 37, bytes: 11_500_000, files: 950 };

/** The same of a compiler's work, against v8: share of its time, megabytes. */
const COMPILING = { share: 0.5, megabytes: 110 };

/** What may be in the tarball. */
const CONTENTS = [
  /^(?:package\.json|README\.md|LICENSE|NOTICE|CHANGELOG\.md)$/,
  /^dist\/(?:index|emulator|oktajs|polyfill|memory-store|sdk)\.(?:js|cjs|d\.ts|d\.cts)$/,
  /^dist\/(?:models\.d\.cts|core\.js|platform(?:\.portable)?\.js)$/,
  /^dist\/okta-(?:emulator|migrate)\.js$/,
  /^dist\/chunks\/(?:[\w-]+\.js|emulator\.cjs)$/,
  /^dist\/(?:LICENSES\.txt|sbom\.cdx\.json)$/,
  /^dist\/apis\/\w+Api\.(?:js|d\.ts)$/,
  /^dist\/transport\/default-transport(?:\.portable)?\.js$/,
];

const RESOLUTIONS = [
  { module: 'Node16', moduleResolution: 'Node16' },
  { module: 'NodeNext', moduleResolution: 'NodeNext' },
  { module: 'ESNext', moduleResolution: 'Bundler' },
];

interface BillOfMaterials {
  readonly components: readonly { readonly 'bom-ref': string; readonly hashes?: object; readonly licenses?: object }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

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
    packed = pack({ stage: STAGE });
    project = makeProject(packed.tarball);
    for (const name of ['program', 'attributes', 'platform', 'measured', 'one-api']) {
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

  it(`is installed as at most ${INSTALLED.packages} packages, ${INSTALLED.bytes} bytes in ${INSTALLED.files} files`, () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: true }>;
    };
    const paths = Object.keys(packages).filter((path) => path !== '' && !packages[path]?.dev);
    const sizes = paths.flatMap(fileSizes);
    expect(paths.length + 1).toBeLessThanOrEqual(INSTALLED.packages);
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

  it('says which packages it needs and holds, by exact version', () => {
    const home = join(project, 'node_modules/@okta/okta-sdk-nodejs');
    const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { dependencies: object };
    const text = readFileSync(join(home, 'dist/sbom.cdx.json'), 'utf8');
    const list = JSON.parse(text) as BillOfMaterials;
    const refs = list.components.map((component) => component['bom-ref']);
    const licences = readFileSync(join(home, 'dist/LICENSES.txt'), 'utf8');
    const builtIn = [...licences.matchAll(/^-{80}\n(\S+) (\S+)$/gm)].map(([, name, version]) => `${name}@${version}`);
    const direct = [...Object.entries(dependencies).map((pair) => pair.join('@')), ...builtIn];
    expect(builtIn.join()).toMatch(/bcryptjs@.*jose@/);
    expect(list.dependencies[0]?.dependsOn).toEqual(
      [...new Set(direct)].sort().map((name) => `pkg:npm/${name.replace(/^@/, '%40')}`),
    );
    expect(list.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.includes(ref))).toEqual([]);
    expect(list.components.filter(({ hashes, licenses }) => !hashes || !licenses)).toEqual([]);
    expect(text).not.toMatch(/timestamp|https?:/);
  });

  it('shows users what api-report/ says', () => {
    const differences = reportDifferences('api-report', apiReport(join(STAGE, 'dist')));
    expect(differences, 'What users see has changed: run `npm run api` and commit it').toEqual([]);
  });

  it('is what publint recommends', async () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
    const { messages } = await publint({ pkgDir: resolve(STAGE), strict: true });
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
      const files = ['program', 'attributes', 'one-api'].flatMap((name) => [`${name}.mts`, `${name}.cts`]);
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
