import { describeApis } from '../docs/describe-apis.js';
import { examplesJson } from '../example/example-json.js';
import { generatorInput } from '../prepare/generator-input.js';
import type { Prepared } from '../prepare/prepare.js';
import { type FileTree, readTree } from './file-tree.js';
import { runGenerator } from './run-generator.js';

/** Folders and files of the generator's output that are ours; the rest are empty folders and its own notes. */
const WANTED = /^(?:apis|models|docs)\/|^(?:dates|rows|client-apis)\.ts$/;

/** A slice knows nothing of older versions. */
const OLDER = /^v4\//;

/** Where the templates are, and where the generator may write. */
export interface Workshop {
  readonly templates: string;
  /** Emptied first. */
  readonly output: string;
}

/**
 * Prints the files of a document.
 *
 * @param prepared - final texts, and what they were made from
 * @param workshop - templates and scratch folder
 * @returns code, doc pages and examples by path
 */
export function printFiles(prepared: Prepared, { templates, output }: Workshop): FileTree {
  const input = generatorInput(prepared, describeApis(prepared));
  runGenerator({ input, templates, output });
  const printed = readTree(output, (path) => WANTED.test(path) || (prepared.v4 !== undefined && OLDER.test(path)));
  return new Map([
    ...printed,
    ['examples.json', Buffer.from(examplesJson(prepared))],
    ['emulator-facts.ts', Buffer.from(prepared.facts)],
  ]);
}
