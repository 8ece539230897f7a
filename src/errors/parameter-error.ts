import type { OperationName } from '../http/message.js';
import { OktaError } from './okta-error.js';

/** What is wrong with a request object, and where. */
export interface ParameterFault {
  readonly operation: OperationName;
  /** Member of the request object. */
  readonly parameter: string;
  /** Rest of the sentence "`parameter` …". Never contains the value, which may be a secret. */
  readonly reason: string;
}

/**
 * A member of the request object cannot be sent as it is. Nothing was sent.
 *
 * @example `await userApi.getUser({ userId: '..' })` rejects with code `OKTA_BAD_PARAMETER`.
 */
export class ParameterError extends OktaError {
  /** Class of the called method, e.g. `UserApi`. */
  readonly api: string;
  /** Called method, e.g. `getUser`. */
  readonly method: string;
  /** Member of the request object, e.g. `userId`. */
  readonly parameter: string;

  constructor(fault: ParameterFault, options?: { code?: string; cause?: unknown }) {
    const { operation, parameter, reason } = fault;
    const message = `${operation.api}.${operation.method}: \`${parameter}\` ${reason}`;
    super(options?.code ?? 'OKTA_BAD_PARAMETER', message, options);
    this.api = operation.api;
    this.method = operation.method;
    this.parameter = parameter;
  }
}

ParameterError.prototype.name = 'ParameterError';

/**
 * A required member of the request object is missing. Nothing was sent.
 *
 * @example `await userApi.getUser({})` rejects with code `OKTA_MISSING_PARAMETER`.
 */
export class RequiredError extends ParameterError {
  constructor(operation: OperationName, parameter: string) {
    const reason = `is required; pass it in the request object: ${operation.method}({ ${parameter}: … })`;
    super({ operation, parameter, reason }, { code: 'OKTA_MISSING_PARAMETER' });
  }

  /** The missing member, under the name that v7 and v8 used. */
  get field(): string {
    return this.parameter;
  }
}

RequiredError.prototype.name = 'RequiredError';
