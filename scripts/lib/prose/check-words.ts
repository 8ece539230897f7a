import { join } from 'node:path';
import type { Operation } from '../operations/operation.js';
import type { Language, Subject } from './language.js';
import type { ApiWords, OperationWords, Words } from './words.js';

/**
 * Finds hand-written words that are about nothing any more.
 *
 * @param folder - where the words stand, for messages
 * @param language - the words
 * @param subject - what they should be about
 * @throws Error listing file and key of each
 */
export function checkWords(folder: string, { words, resources }: Language, { operations, model }: Subject): void {
  const paths = operations.flatMap(({ path }) => resources.along(path).map((resource) => resource.path));
  const parameters = operations.flatMap((operation) => operation.parameters.map(({ name }) => name));
  const faults = [
    ...unknown(Object.keys(words.resources), paths).map((key) => `resources.yaml, ${key}`),
    ...unknown(Object.keys(words.parameters.names), parameters).map((key) => `parameters.yaml, names, ${key}`),
    ...unknown(words.parameters.narrowing, parameters).map((key) => `parameters.yaml, narrowing, ${key}`),
    ...unknown(Object.keys(words.types), model.types.keys()).map((key) => `types.yaml, ${key}`),
    ...[...words.apis].flatMap(([api, own]) => staleInApi(api, own, operations)),
    ...operations.flatMap((operation) => saidTwice(operation, words.apis)),
  ];
  if (faults.length === 0) return;
  throw new Error(`Words about nothing:\n  - ${faults.map((fault) => join(folder, fault)).join('\n  - ')}`);
}

function unknown(keys: readonly string[], known: Iterable<string>): string[] {
  const all = new Set(known);
  return keys.filter((key) => !all.has(key));
}

function staleInApi(api: string, { operations: own = {} }: ApiWords, operations: readonly Operation[]): string[] {
  const present = operations.filter(({ apis }) => apis.includes(api));
  if (present.length === 0) return [`${api}.yaml`];
  const byMethod = new Map(present.map((operation) => [operation.method, operation]));
  return Object.entries(own).flatMap(([method, words]) => {
    const operation = byMethod.get(method);
    const place = `${api}.yaml, operations, ${method}`;
    if (operation === undefined) return [place];
    return staleParameters(operation, words).map((name) => `${place}, parameters, ${name}`);
  });
}

/** An operation of two classes has its words in the file of one of them. */
function saidTwice({ apis, method }: Operation, words: Words['apis']): string[] {
  const [, ...others] = apis.filter((api) => words.get(api)?.operations?.[method] !== undefined);
  return others.map((api) => `${api}.yaml, operations, ${method} (said twice)`);
}

function staleParameters({ parameters, body }: Operation, words: OperationWords): string[] {
  const present = [...parameters, ...(body?.members ?? [])].map(({ name }) => name);
  return unknown(Object.keys(words.parameters ?? {}), present);
}
