import type { Model } from '../model/model.js';
import type { Operation } from '../operations/operation.js';
import type { Prose } from './prose.js';

/** What words are composed about. */
export interface Subject {
  readonly operations: readonly Operation[];
  readonly model: Model;
}

export function composeProse(_folder: string, _subject: Subject): Prose {
  return {
    operation: ({ method }) => ({ summary: method, description: '' }),
    parameter: (_, { name }) => name,
    body: (_, name) => name,
    type: ({ name }) => name,
    api: (name) => name,
  };
}
