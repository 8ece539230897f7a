/** How a message reaches a user. */
export type OutboxKind = 'email' | 'sms' | 'call' | 'push';

/** Why a message was sent. */
export type OutboxPurpose =
  | 'ACTIVATION'
  | 'RESET_PASSWORD'
  | 'UNLOCK'
  | 'FACTOR_ENROLLMENT'
  | 'FACTOR_CHALLENGE'
  | 'RECOVERY_CHALLENGE'
  | 'PIN';

/**
 * A message that the org sent to a user. Nothing leaves the process: what a real org would mail, text or say on the
 * phone is kept here, so that a test can go on where a person would look at their phone.
 */
export interface OutboxMessage {
  readonly kind: OutboxKind;
  readonly purpose: OutboxPurpose;
  /** Id of the user who gets it. */
  readonly userId: string;
  /** Email address, phone number, or name of the device. */
  readonly to: string;
  /** What the user reads or hears. */
  readonly text: string;
  /** The code that the user is to type in; left out on messages without one. */
  readonly passCode?: string;
  /** Activation or recovery token; left out on messages without one. */
  readonly token?: string;
  /** The address that the user is to open; left out on messages without one. */
  readonly link?: string;
  /** When it was sent. */
  readonly created: string;
}
