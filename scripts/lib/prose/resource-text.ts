import type { Operation } from '../operations/operation.js';
import { phrasesFor, verbOf } from './describe-operation.js';
import { capitalized } from './english.js';
import type { Language } from './language.js';
import { soleList } from './operation-facts.js';
import type { TypeRule } from './type-rule.js';

/** Verbs of operations that answer what their path names, the best first. */
const READING = ['get', 'list', 'create', 'add', 'replace', 'update', 'upsert'];

/** What is answered by operations is called as they call it. */
export const resourceText: TypeRule = ({ type, uses, language }) => {
  const [found] = READING.flatMap((verb) => uses.answerOf.filter((operation) => reads(language, operation, verb)));
  if (found === undefined) return undefined;
  const { a = '', them = '' } = phrasesFor(language, found);
  const { answer } = found;
  if (answer.kind === 'wrapped-list') return `Page of ${them}, with the items in \`${answer.page.items}\``;
  if (answer.kind === 'list' || verbOf(language.words, found) !== 'list') return capitalized(a);
  const list = soleList(type.shape);
  return list === undefined ? `List of ${them}` : `List of ${them}, as \`${list}\``;
};

function reads({ words, resources }: Language, operation: Operation, verb: string): boolean {
  return verbOf(words, operation) === verb && !resources.isAction(operation.path);
}
