import type { Operation, OperationParameter } from '../operations/operation.js';
import { phrasesFor, verbOf } from './describe-operation.js';
import { fill } from './fill.js';
import type { Language } from './language.js';
import { phrasesOf } from './phrases.js';

/**
 * Composes the sentence about a parameter from its name and, in the path, from what it names.
 *
 * @param language - words and rules
 * @param operation - the operation
 * @param parameter - one of its parameters
 * @returns one sentence
 */
export function describeParameter(language: Language, operation: Operation, parameter: OperationParameter): string {
  const { names, endings } = language.words.parameters;
  const { name, wire } = parameter;
  const named = language.resources.along(operation.path).find((resource) => resource.parameter === name);
  const phrases = named === undefined ? phrasesFor(language, operation) : phrasesOf(language.english, named);
  const template = names[name];
  if (template !== undefined) return fill(template, phrases, `parameters.yaml, ${name}`);
  const ending = named && Object.keys(endings).find((end) => name.toLowerCase().endsWith(end.toLowerCase()));
  const general = ending === undefined ? undefined : endings[ending];
  if (general !== undefined) return fill(general, phrases, `parameters.yaml, ${ending}`);
  return `Sent as \`${wire}\`.`;
}

/**
 * Composes the sentence about a member of the request that is the body.
 *
 * @param language - words and rules
 * @param operation - the operation
 * @param member - name of the member
 * @returns one sentence
 */
export function describeBody(language: Language, operation: Operation, member: string): string {
  const verb = verbOf(language.words, operation);
  const template = language.words.verbs[verb]?.body;
  if (template === undefined) return `Sent as the body \`${member}\`.`;
  return fill(template, phrasesFor(language, operation), `verbs.yaml, ${verb}`);
}
