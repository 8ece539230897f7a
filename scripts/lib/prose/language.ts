import type { Model } from '../model/model.js';
import type { Operation } from '../operations/operation.js';
import type { English } from './english.js';
import type { NameWords } from './name-words.js';
import type { Resources } from './resource.js';
import type { Words } from './words.js';

/** What words are composed about. */
export interface Subject {
  readonly operations: readonly Operation[];
  readonly model: Model;
}

/** What describing needs beside what is described. */
export interface Language {
  readonly words: Words;
  readonly english: English;
  readonly names: NameWords;
  readonly resources: Resources;
  readonly model: Model;
}
