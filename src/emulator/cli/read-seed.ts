import { readFileSync } from 'node:fs';
import { readYaml, type Yaml, YamlError, type YamlPath } from '../../yaml/read-yaml.js';
import { isObject } from '../org/json.js';
import type { Seed } from '../seed/seed.js';
import { Complaint } from './complaint.js';
import { seedShape } from './seed-shape.js';

/** A seed from a file. */
export interface SeedFile {
  readonly seed: Seed;
  /**
   * @param error - that the emulator threw when it was made with the seed
   * @returns the same with the line of the file that it is about
   */
  explain(error: Error): Error;
}

/**
 * Reads a seed file, YAML or JSON.
 *
 * @param file - its path
 * @returns the seed
 * @throws Complaint that names the line and the member that is wrong
 */
export function readSeed(file: string): SeedFile {
  const yaml = parse(file);
  const value = yaml.value ?? {};
  const flaw = seedShape(value, []);
  if (flaw) throw complaint(file, yaml, flaw.path, `${nameOf(flaw.path)} ${flaw.reason}`);
  return { seed: isSeed(value) ? value : {}, explain: (error) => explained(file, yaml, error) };
}

/** As the shape has found. */
function isSeed(value: unknown): value is Seed {
  return isObject(value);
}

function parse(file: string): Yaml {
  try {
    return readYaml(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof YamlError) throw new Complaint(`${file}:${error.line}: ${error.message}`);
    if (error instanceof Error && 'code' in error)
      throw new Complaint(`The seed file ${file} cannot be read: ${error.message}`);
    throw error;
  }
}

/** How the emulator names the entry of a list that it refuses. */
const ENTRY = /^Seed (\w+)\[(\d+)\]: /;

function explained(file: string, yaml: Yaml, error: Error): Error {
  const [prefix = '', list = '', index = ''] = ENTRY.exec(error.message) ?? [];
  if (prefix === '') return error;
  const path = [list, Number(index)];
  return complaint(file, yaml, path, `${nameOf(path)}: ${error.message.slice(prefix.length)}`);
}

function complaint(file: string, yaml: Yaml, path: YamlPath, text: string): Complaint {
  return new Complaint(`${file}:${yaml.lineOf(path)}: ${text}`);
}

function nameOf(path: YamlPath): string {
  if (path.length === 0) return 'the file';
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? step : `${name}.${step}`;
  }, '');
}
