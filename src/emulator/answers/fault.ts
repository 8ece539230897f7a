import { type ErrorCode, errorKinds } from './error-codes.js';

/** An error answer on its way out: thrown anywhere below a handler, written by the dispatcher. */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  /** Texts of `errorCauses`. */
  readonly causes: readonly string[];

  constructor(code: ErrorCode, subject: string, causes: readonly string[]) {
    const { status, summary } = errorKinds[code];
    super(summary.replace('{0}', () => subject));
    this.code = code;
    this.status = status;
    this.causes = causes;
  }
}

/**
 * Makes an error answer.
 *
 * @param code - one of Okta's error codes
 * @param subject - what the error is about; stands in the summary of codes that name it
 * @param causes - texts of `errorCauses`
 * @returns the error, to be thrown
 * @example `throw fail('E0000007', '00u1 (User)')`
 * @see https://developer.okta.com/docs/reference/error-codes/
 */
export function fail(code: ErrorCode, subject = '', causes: readonly string[] = []): Fault {
  return new Fault(code, subject, causes);
}

/**
 * Makes the error for a resource that does not exist.
 *
 * @param id - identifier as it was sent
 * @param type - Okta's word for the kind of resource, e.g. `UserGroup`
 * @returns the error, to be thrown
 */
export function notFound(id: string, type: string): Fault {
  return fail('E0000007', `${id} (${type})`);
}

/**
 * Makes the error for a body or parameter that breaks a rule.
 *
 * @param field - member that is wrong
 * @param text - what is wrong with it
 * @returns the error, to be thrown
 * @example `throw invalid('label', BLANK)`
 */
export function invalid(field: string, text: string): Fault {
  return fail('E0000001', field, [`${field}: ${text}`]);
}

/** Cause of a required member that is missing or empty. */
export const BLANK = 'The field cannot be left blank';
/** Cause of a value that another object has already. */
export const TAKEN = 'An object with this field already exists in the current organization';
