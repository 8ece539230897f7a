import type { Answer } from './answer.js';

/** An answer that is not in the form of Okta's error codes, thrown anywhere below a handler. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`Refused with status ${answer.status}`);
    this.answer = answer;
  }
}
