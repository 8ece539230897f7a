/** A code that an admin gives to a user who has nothing else at hand. */
export interface TemporaryCode {
  readonly id: string;
  readonly tac: string;
  readonly multiUse: boolean;
  readonly expiresAt: string;
  readonly created: string;
  readonly lastUpdated: string;
}

/** Key of the authenticator of such codes. */
export const TAC = 'tac';
