/** What a token from a mail leads to. */
export type RecoveryType = 'ACCOUNT_ACTIVATION' | 'PASSWORD' | 'UNLOCK';

/** A token that was mailed to a user, or given to an app that mails it. */
export interface RecoveryToken {
  readonly userId: string;
  readonly recoveryType: RecoveryType;
  /** Milliseconds since 1970. */
  readonly expires: number;
}
