/** Status and summary of an error; `{0}` stands for what the error is about. */
export interface ErrorKind {
  readonly status: number;
  readonly summary: string;
}

/**
 * The errors that the emulator can answer. Source: https://developer.okta.com/docs/reference/error-codes/
 */
export const errorKinds = {
  E0000001: { status: 400, summary: 'Api validation failed: {0}' },
  E0000003: { status: 400, summary: 'The request body was not well-formed.' },
  E0000005: { status: 403, summary: 'Invalid session' },
  E0000006: { status: 403, summary: 'You do not have permission to perform the requested action' },
  E0000007: { status: 404, summary: 'Not found: Resource not found: {0}' },
  E0000008: { status: 404, summary: 'The requested path was not found' },
  E0000009: { status: 500, summary: 'Internal Server Error' },
  E0000011: { status: 401, summary: 'Invalid token provided' },
  E0000014: { status: 403, summary: 'Update of credentials failed' },
  E0000016: { status: 403, summary: 'Activation failed because the user is already active' },
  E0000018: { status: 400, summary: 'Bad request.  Accept and/or Content-Type headers are likely not set.' },
  E0000020: { status: 400, summary: 'Bad request.' },
  E0000021: {
    status: 400,
    summary: 'Bad request.  Accept and/or Content-Type headers likely do not match supported values.',
  },
  E0000022: { status: 405, summary: 'The endpoint does not support the provided HTTP method' },
  E0000029: { status: 400, summary: 'Invalid paging request.' },
  E0000030: {
    status: 400,
    summary: "Invalid date. Dates must be of the form yyyy-MM-dd'T'HH:mm:ss.SSSZZ, e.g. 2013-01-01T12:00:00.000-07:00.",
  },
  E0000031: { status: 400, summary: 'Invalid search criteria.' },
  E0000032: { status: 403, summary: 'Unlock is not allowed for this user.' },
  E0000033: { status: 400, summary: "Can't specify a search query and filter in the same request." },
  E0000034: { status: 403, summary: 'Forgot password not allowed on specified user.' },
  E0000037: { status: 400, summary: 'Type mismatch exception. {0}' },
  E0000038: { status: 403, summary: "This operation is not allowed in the user's current status." },
  E0000041: { status: 400, summary: 'Credentials should not be set on this {0} based on the scheme.' },
  E0000053: { status: 400, summary: 'Invalid SCIM filter.' },
  E0000056: { status: 403, summary: 'Delete application forbidden.' },
  E0000060: { status: 501, summary: 'Unsupported operation.{0}' },
  E0000087: { status: 403, summary: 'The recovery question answer did not match our records.' },
  E0000093: { status: 400, summary: 'Target count limit exceeded' },
  E0000117: { status: 403, summary: 'Cannot assign apps or update app profiles for an inactive user.' },
  E0000123: { status: 400, summary: 'Array specified in enum field must match const values specified in oneOf field.' },
  E0000124: {
    status: 400,
    summary:
      'Could not create user. To create a user and expire their password immediately, a password must be specified',
  },
  E0000125: {
    status: 400,
    summary: 'Could not create user. To create a user and expire their password immediately, "activate" must be true',
  },
} as const satisfies Record<string, ErrorKind>;

/** Code of an error that the emulator can answer. */
export type ErrorCode = keyof typeof errorKinds;
