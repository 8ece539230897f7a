import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleSizes, filesLoaded } from '../../bench/package/bundles.js';
import { measure } from '../../bench/package/contest.js';
import { installedDependencies } from '../../bench/package/installed.js';

/** What generated code may cost. Limits may only become tighter. */
const LARGEST = { lines: 60_000, bytes: 4_000_000, minified: 250_000 };

const files = readdirSync('generated', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const texts = files.map((name) => readFileSync(join('generated', name), 'utf8'));

describe('generated code', () => {
  it(`has at most ${LARGEST.lines} lines and ${LARGEST.bytes} bytes`, () => {
    expect(texts.reduce((sum, text) => sum + text.split('\n').length, 0)).toBeLessThan(LARGEST.lines);
    expect(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeLessThan(LARGEST.bytes);
  });

  it(`is at most ${LARGEST.minified} bytes of minified JavaScript`, async () => {
    const source =
      "export * from './generated/management/apis/index.js'; export * from './generated/management/client-apis.js';";
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: resolve('.') },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      plugins: [
        {
          name: 'without-runtime',
          setup: ({ onResolve }) => onResolve({ filter: /\/src\// }, ({ path }) => ({ path, external: true })),
        },
      ],
    });
    expect(outputFiles[0]?.text.length).toBeLessThan(LARGEST.minified);
  });

  it('suppresses no compiler error and knows no any', () => {
    const suppressed = files.filter((_, index) => /@ts-|eslint|: any\b|<any>/.test(texts[index] ?? ''));
    expect(suppressed).toEqual([]);
  });

  it('names no type as a generator would', () => {
    const names = texts.flatMap((text) =>
      [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name ?? ''),
    );
    expect(names.length).toBeGreaterThan(2500);
    expect(names.filter((name) => /AllOf|OneOf|AnyOf|Inner\d*$|Option\d+$|[a-z]\d{3}Response$/.test(name))).toEqual([]);
  });
});

/** What users load and install. Limits may only become tighter; timings are left to `npm run bench`. */
describe('bench/budgets.json', () => {
  const budgets: Readonly<Record<string, number>> = JSON.parse(readFileSync('bench/budgets.json', 'utf8'));
  // A folder of its own, as other tests build into `dist/` meanwhile.
  const stage = resolve('build/budgets');
  const dist = join('build/budgets', 'dist');
  const measured = new Map<string, number>();

  beforeAll(async () => {
    rmSync(stage, { recursive: true, force: true });
    mkdirSync(stage, { recursive: true });
    cpSync('package.json', join(stage, 'package.json'));
    execFileSync('npm', ['run', '-s', 'build', '--', '--no-types', '--out', join(stage, 'dist')], { stdio: 'ignore' });
    for (const [what, bytes] of Object.entries(await bundleSizes(dist))) measured.set(`bundle: ${what}, bytes`, bytes);
    measured.set('import: files', filesLoaded(dist));
    const { heapMegabytes = Number.NaN } = measure('import', 'import', resolve(dist, 'index.js'));
    measured.set('import: heap, bytes', heapMegabytes * 2 ** 20);
    const beside = Object.entries(installedDependencies());
    for (const [what, count] of beside) measured.set(`installed beside the package: ${what}`, count);
  }, 60_000);

  it('names every figure that is no timing', () => {
    expect([...measured.keys()].sort()).toEqual(Object.keys(budgets).sort());
  });

  it('hold for an Api through its own door as through the root', async () => {
    const bundled = async (file: string) => {
      const contents = `export { UserApi } from './${dist}/${file}.js'`;
      const stdin = { contents, resolveDir: resolve('.') };
      const options = { bundle: true, minify: true, format: 'esm', platform: 'node', packages: 'external' } as const;
      const { outputFiles } = await build({ ...options, stdin, write: false });
      return outputFiles[0]?.text.length ?? Number.NaN;
    };
    // A few bytes come and go with the names that minifying chooses.
    expect(await bundled('apis/UserApi')).toBeLessThanOrEqual((await bundled('index')) + 100);
  });

  it.each(Object.entries(budgets))('%s: at most %i', (name, most) => {
    expect(measured.get(name)).toBeLessThanOrEqual(most);
  });
});
