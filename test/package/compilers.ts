import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** TypeScript as users have it; fetched once, as only these tests need them. */
export const COMPILERS = { '5.0': '5.0.4', '5.4': '5.4.5', '5.9': '5.9.3', '6.0': '6.0.3', '7.0': '7.0.2' };

export type CompilerVersion = keyof typeof COMPILERS;

const HOME = resolve('build/typescript');

/** Installs what is missing of {@link COMPILERS} below `build/`. */
export function fetchCompilers(): void {
  const versions = Object.entries(COMPILERS);
  if (versions.every(([version]) => existsSync(binary(version)))) return;
  mkdirSync(HOME, { recursive: true });
  const dependencies = Object.fromEntries(versions.map(([version, exact]) => [version, `npm:typescript@${exact}`]));
  writeFileSync(join(HOME, 'package.json'), JSON.stringify({ private: true, dependencies }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: HOME, stdio: 'inherit' });
}

function binary(version: string): string {
  return join(HOME, 'node_modules', version, 'bin/tsc');
}

/** How a program was compiled. */
export interface Compiled {
  /** Lines with errors. */
  readonly errors: readonly string[];
  /** Seconds, by the compiler's own watch. */
  readonly seconds: number;
  /** Megabytes, by the compiler's own count. */
  readonly megabytes: number;
}

/**
 * Runs a compiler as users do, as strictly as they may.
 *
 * @param version - which
 * @param project - folder of the program
 * @param files - the program
 * @param options - of the compiler, beside those that every program gets
 * @returns its messages and figures
 */
export function compile(
  version: CompilerVersion,
  project: string,
  files: readonly string[],
  options: object,
): Compiled {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    target: 'ES2022',
    lib: ['ES2022'],
    types: [],
    ...options,
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const args = [binary(version), '-p', project, '--extendedDiagnostics', '--pretty', 'false'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const figure = (name: string) => Number(new RegExp(`${name}:\\s+([\\d.]+)`).exec(stdout)?.[1]);
  const errors = `${stdout}${stderr}`.split('\n').filter((line) => /error/i.test(line));
  return { errors, seconds: figure('Total time'), megabytes: figure('Memory used') / 1024 };
}
