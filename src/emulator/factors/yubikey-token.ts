/** A YubiKey whose secrets an admin has uploaded. */
export interface YubikeyToken {
  readonly id: string;
  readonly status: 'UNASSIGNED' | 'ACTIVE' | 'BLOCKED' | 'REVOKED';
  readonly created: string;
  readonly lastUpdated: string;
  readonly lastVerified?: string;
  readonly serial: string;
  /** First twelve characters of all its passcodes. */
  readonly publicId: string;
  /** Hexadecimal. */
  readonly privateId: string;
  /** Hexadecimal. */
  readonly aesKey: string;
  /** Whose it is. */
  readonly userId?: string;
}
