import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** How to make a package. */
export interface PackOptions {
  /** Folder to make it in, of its own, as other tests build meanwhile. */
  readonly stage: string;
  /** Leaving them out takes a tenth of the time. Default: with types. */
  readonly withTypes?: boolean;
}

/** The package as the registry would get it. */
export interface Packed {
  readonly tarball: string;
  /** Bytes of the tarball. */
  readonly size: number;
  /** Bytes when unpacked. */
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/**
 * Builds the package and packs it.
 *
 * @param options - where, and whether with types
 * @returns where the tarball is and what is in it
 */
export function pack({ stage, withTypes = true }: PackOptions): Packed {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  for (const file of ['package.json', 'README.md', 'LICENSE', 'NOTICE', 'CHANGELOG.md'])
    cpSync(file, join(stage, file));
  const build = ['run', '-s', 'build', '--', '--out', resolve(stage, 'dist'), ...(withTypes ? [] : ['--no-types'])];
  execFileSync('npm', build, { stdio: 'inherit' });
  const args = ['pack', '--json', '--loglevel=error', '--pack-destination', '.'];
  const output = execFileSync('npm', args, { cwd: stage, encoding: 'utf8' });
  const [packed] = JSON.parse(output) as (Omit<Packed, 'tarball'> & { filename: string })[];
  if (packed === undefined) throw new Error(`npm pack printed ${output}`);
  return { ...packed, tarball: resolve(stage, packed.filename) };
}

/**
 * Lays a package where Node looks for it.
 *
 * @param tarball - as {@link pack} gave it
 * @param home - folder for what is in it
 */
export function unpack(tarball: string, home: string): void {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', home]);
}

/**
 * Makes a project outside of this one that has the package installed, its dependencies linked from here.
 *
 * @param tarball - as {@link pack} gave it
 * @returns folder of the project
 */
export function makeProject(tarball: string): string {
  const project = mkdtempSync(join(tmpdir(), 'okta-consumer-'));
  const home = join(project, 'node_modules/@okta/okta-sdk-nodejs');
  unpack(tarball, home);
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of Object.keys(dependencies)) link(project, name);
  return project;
}

/**
 * Installs a package of this project into another.
 *
 * @param project - folder of the other
 * @param name - what it is called here
 * @param as - what it is called there
 */
export function link(project: string, name: string, as = name): void {
  const path = join(project, 'node_modules', as);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(resolve('node_modules', name), path, 'junction');
}
