/**
 * Root of everything the SDK throws on purpose. `code` is stable and safe to branch on; the message is for people.
 *
 * @example
 * ```ts
 * try { … } catch (error) {
 *   if (error instanceof okta.OktaError && error.code === 'OKTA_MISSING_PARAMETER') …
 * }
 * ```
 */
export class OktaError extends Error {
  /** Stable identifier of the kind of failure, e.g. `OKTA_CONFIG`. */
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

// Beside the class, so that the printed name survives bundlers, which rename classes with static blocks.
OktaError.prototype.name = 'OktaError';
