/** How a user proved to be themselves. */
export interface SignIn {
  readonly userId: string;
  /** Methods, e.g. `pwd`. */
  readonly amr: readonly string[];
  readonly lastPasswordVerification: string | null;
  readonly lastFactorVerification: string | null;
}

/** A token that is good for one session. */
export interface SessionToken extends SignIn {
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** A session of a user. */
export interface Session extends SignIn {
  readonly id: string;
  readonly createdAt: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Beyond this no refresh prolongs it; milliseconds since 1970, 0 if it may go on for ever. */
  readonly ends: number;
  /** How long it lasts from each refresh on. */
  readonly idleMs: number;
}

/** Okta's word for sessions in errors about what does not exist. */
export const SESSION = 'AppSession';
