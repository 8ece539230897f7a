import type { NamedType } from '../model/model.js';
import type { Operation } from '../operations/operation.js';
import { checkWords } from './check-words.js';
import { describeBody, describeParameter } from './describe-member.js';
import { describeOperation } from './describe-operation.js';
import { typeDescriber } from './describe-type.js';
import { English } from './english.js';
import type { Language, Subject } from './language.js';
import { NameWords } from './name-words.js';
import type { Prose } from './prose.js';
import { readWords } from './read-words.js';
import { Resources } from './resource.js';
import type { OperationWords, Words } from './words.js';

/**
 * Our own words about a document: those written by hand where there are some, composed by rules else.
 *
 * @param folder - `spec/prose/<document>`
 * @param subject - what the document defines
 * @returns the words
 * @throws Error listing every hand-written text that is about nothing
 */
export function composeProse(folder: string, subject: Subject): Prose {
  const words = readWords(folder);
  const names = new NameWords(words.terms);
  const resources = new Resources(words, names);
  const language: Language = { words, english: new English(words.terms), names, resources, model: subject.model };
  checkWords(folder, language, subject);
  const describeType = typeDescriber(language, subject);
  return {
    operation: (operation) => {
      const own = ownWords(words, operation);
      const isComplete = own.summary !== undefined && own.description !== undefined;
      const composed = isComplete ? EMPTY : describeOperation(language, operation);
      return { summary: own.summary ?? composed.summary, description: own.description ?? composed.description };
    },
    parameter: (operation, parameter) =>
      ownWords(words, operation).parameters?.[parameter.name] ?? describeParameter(language, operation, parameter),
    body: (operation, member) =>
      ownWords(words, operation).parameters?.[member] ?? describeBody(language, operation, member),
    type: (type: NamedType) => words.types[type.name] ?? describeType(type),
    api: (api) => words.apis.get(api)?.api ?? `Operations of ${names.phrase(api.replace(/Api$/, ''))}.`,
  };
}

const EMPTY = { summary: '', description: '' };

/** What the first of its Api classes says about an operation. */
function ownWords({ apis }: Words, { apis: classes, method }: Operation): OperationWords {
  for (const api of classes) {
    const own = apis.get(api)?.operations?.[method];
    if (own !== undefined) return own;
  }
  return {};
}
