import { BLANK, invalid } from '../answers/fault.js';
import { objectIn, textIn } from '../body.js';
import type { JsonObject } from '../org/json.js';
import type { Credentials } from './user.js';

type Recovery = NonNullable<Credentials['recovery']>;

const SHORTEST_ANSWER = 4;

/**
 * Reads the recovery question out of credentials that were sent.
 *
 * @param credentials - the `credentials` object
 * @param current - the question that the user has; sent back without its answer it changes nothing
 * @returns the question with its answer; `undefined` if nothing is to change
 * @throws Fault `E0000001` if one of the two is missing or too short
 */
export function readRecovery(credentials: JsonObject, current?: Recovery): Recovery | undefined {
  const sent = objectIn(credentials, 'recovery_question');
  if (sent === undefined) return undefined;
  const question = textIn(sent, 'question') ?? '';
  const answer = textIn(sent, 'answer');
  if (answer === undefined && question === current?.question) return undefined;
  if (question === '') throw invalid('recovery_question.question', BLANK);
  if ((answer ?? '').length < SHORTEST_ANSWER) {
    throw invalid('recovery_question.answer', `The answer must be at least ${SHORTEST_ANSWER} characters in length`);
  }
  return { question, answer: foldAnswer(answer ?? '') };
}

/**
 * @param recovery - of a user
 * @param answer - what somebody answers
 * @returns whether it is right; case makes no difference
 */
export function isAnswer(recovery: Recovery | undefined, answer: string): boolean {
  return recovery !== undefined && recovery.answer === foldAnswer(answer);
}

function foldAnswer(answer: string): string {
  return answer.trim().toLowerCase();
}
