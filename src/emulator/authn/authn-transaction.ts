import type { RecoveryType } from './recovery-token.js';

/** Where a sign-in stands. Source: https://developer.okta.com/docs/reference/api/authn/#transaction-state */
export type AuthnStatus =
  | 'PASSWORD_WARN'
  | 'PASSWORD_EXPIRED'
  | 'RECOVERY'
  | 'RECOVERY_CHALLENGE'
  | 'PASSWORD_RESET'
  | 'MFA_ENROLL'
  | 'MFA_ENROLL_ACTIVATE'
  | 'MFA_REQUIRED'
  | 'MFA_CHALLENGE';

/** A sign-in or a recovery that is under way. */
export interface AuthnTransaction {
  readonly stateToken: string;
  /** Empty for a recovery that was asked for in the name of nobody. */
  readonly userId: string;
  readonly status: AuthnStatus;
  /** Milliseconds since 1970; each request moves it. */
  readonly expires: number;
  readonly relayState?: string;
  readonly recoveryType?: RecoveryType;
  /** Factor that is being enrolled or verified. */
  readonly factorId?: string;
  /** Question to a device. */
  readonly pushId?: string;
  /** How the code of a recovery was sent, and what it is. */
  readonly recovery?: { readonly factorType: 'SMS' | 'CALL'; readonly code: string; readonly sent: number };
  /** Methods by which the user proved to be themselves so far. */
  readonly amr: readonly string[];
  readonly lastFactorVerification: string | null;
  /** What was asked for as the sign-in began. */
  readonly options: { readonly enrollOptional: boolean; readonly warn: boolean };
  /** Steps that the user chose to skip. */
  readonly skipped: readonly AuthnStatus[];
}
