/** What is wrong with a description, where, and what to do about it. */
export interface SpecProblem {
  file: string;
  /** JSON pointer (`#/paths/~1users`) or `line:column`. */
  at?: string | undefined;
  reason: string;
  advice: string;
}

/** Advice for what looks like a download that stopped half-way. */
export const FETCH_AGAIN = 'The file may be cut short: fetch it again and import the whole of it.';

/** Advice for a description that contradicts itself. */
export const NOT_AS_PUBLISHED = 'Compare the file with the one that Okta publishes, then import that one.';

/** Raised for a description that cannot be imported; nothing was written when it is. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  readonly file: string;
  readonly at: string | undefined;
  readonly reason: string;
  readonly advice: string;

  constructor(problem: SpecProblem, options?: ErrorOptions) {
    super(describe(problem), options);
    this.file = problem.file;
    this.at = problem.at;
    this.reason = problem.reason;
    this.advice = problem.advice;
  }
}

function describe({ file, at, reason, advice }: SpecProblem): string {
  const place = at === undefined ? file : `${file}${at.startsWith('#') ? '' : ':'}${at}`;
  return `${place}: ${reason}. ${advice}`;
}
