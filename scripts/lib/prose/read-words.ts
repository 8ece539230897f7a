import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { ApiWords, Words } from './words.js';
import { checkYaml, type YamlShape } from './yaml-shape.js';

/**
 * Reads the hand-written words of a document. A folder or file that is not there has none.
 *
 * @param folder - `spec/prose/<document>`
 * @returns its content
 * @throws Error for a file or key that nobody would read, and for a text that is not one
 */
export function readWords(folder: string): Words {
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const unknown = files.find((file) => !(file in DICTIONARIES) && !isApi(file));
  if (unknown !== undefined) throw new Error(`${join(folder, unknown)}: neither a dictionary nor an Api class`);
  const read = (file: string, shape: YamlShape) => (files.includes(file) ? readYaml(join(folder, file), shape) : {});
  const dictionary = (file: keyof typeof DICTIONARIES) => read(file, DICTIONARIES[file]);
  return {
    apis: new Map(files.filter(isApi).map((file) => [file.replace('.yaml', ''), read(file, API) as ApiWords])),
    types: dictionary('types.yaml') as Words['types'],
    resources: dictionary('resources.yaml') as Words['resources'],
    verbs: dictionary('verbs.yaml') as Words['verbs'],
    parameters: { endings: {}, names: {}, narrowing: [], ...dictionary('parameters.yaml') },
    terms: { articles: {}, spellings: {}, actions: [], ...dictionary('terms.yaml') },
  };
}

const TEXTS: YamlShape = { each: 'text' };
const CHOICE: YamlShape = { members: { 'when?': 'text', say: 'text' } };
const API: YamlShape = {
  members: {
    'api?': 'text',
    'operations?': { each: { members: { 'summary?': 'text', 'description?': 'text', 'parameters?': TEXTS } } },
  },
};
const DICTIONARIES = {
  'types.yaml': TEXTS,
  'resources.yaml': {
    each: { members: { one: 'text', 'many?': 'text', 'of?': 'text', 'alone?': 'text', 'notes?': TEXTS } },
  },
  'verbs.yaml': { each: { members: { summary: 'text', text: { list: { list: CHOICE } }, 'body?': 'text' } } },
  'parameters.yaml': { members: { 'endings?': TEXTS, 'names?': TEXTS, 'narrowing?': { list: 'text' } } },
  'terms.yaml': { members: { 'articles?': TEXTS, 'spellings?': TEXTS, 'actions?': { list: 'text' } } },
} as const satisfies Readonly<Record<string, YamlShape>>;

function isApi(file: string): boolean {
  return file.endsWith('Api.yaml');
}

function readYaml(file: string, shape: YamlShape): object {
  const content = load(readFileSync(file, 'utf8')) ?? {};
  checkYaml(content, shape, file);
  return content as object;
}
