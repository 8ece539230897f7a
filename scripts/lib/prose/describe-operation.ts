import { words as wordsOf } from '../names/words.js';
import type { Operation } from '../operations/operation.js';
import { capitalized } from './english.js';
import { fill, type Phrases } from './fill.js';
import type { Language } from './language.js';
import { factsOf, type OperationFacts } from './operation-facts.js';
import { phrasesOf } from './phrases.js';
import type { Choice, VerbWords, Words } from './words.js';

/** Heading and description of an operation. */
export interface OperationText {
  readonly summary: string;
  readonly description: string;
}

/**
 * Composes heading and description of an operation from its verb, its path and its facts.
 *
 * @param language - words and rules
 * @param operation - the operation
 * @returns the texts
 */
export function describeOperation(language: Language, operation: Operation): OperationText {
  const verb = verbOf(language.words, operation);
  const resource = language.resources.at(operation.path);
  const words = language.words.verbs[verb];
  if (words === undefined) return plainText(language, operation);
  const note = resource.words.notes?.[verb];
  const found = factsOf(language, operation);
  const phrases = { ...phrasesOf(language.english, resource), ...found.phrases };
  const facts = new Set([...found.facts, ...(note === undefined ? [] : ['noted'])]);
  const place = `verbs.yaml, ${verb}`;
  const [first, ...others] = sentences(words, { facts, phrases }, place);
  return {
    summary: fill(words.summary, phrases, place),
    description: [first, note, ...others].filter(Boolean).join(' '),
  };
}

/**
 * The verb of an operation.
 *
 * @param words - to know the verbs
 * @param operation - the operation
 * @returns key of `verbs.yaml`; the first word of the method if it is not there
 */
export function verbOf({ verbs }: Words, { method, answer }: Operation): string {
  const [first = method] = wordsOf(method);
  const isList = answer.kind === 'list' || answer.kind === 'wrapped-list';
  return first === 'get' && isList && verbs.list !== undefined ? 'list' : first;
}

/** For a method whose verb nobody has met yet. */
function plainText({ names }: Language, { method, verb, path }: Operation): OperationText {
  return { summary: capitalized(names.phrase(method)), description: `Sends \`${verb} ${path}\`.` };
}

function sentences({ text }: VerbWords, { facts, phrases }: OperationFacts, place: string): string[] {
  return text.flatMap((choices) => {
    const fitting = choices.find((choice) => fits(choice, facts));
    return fitting === undefined ? [] : [fill(fitting.say, phrases, place)];
  });
}

function fits({ when = '' }: Choice, facts: ReadonlySet<string>): boolean {
  return when
    .split(' ')
    .filter(Boolean)
    .every((fact) => (fact.startsWith('!') ? !facts.has(fact.slice(1)) : facts.has(fact)));
}

/** Phrases about what an operation works on. */
export function phrasesFor({ english, resources }: Language, { path }: Operation): Phrases {
  return phrasesOf(english, resources.at(path));
}
