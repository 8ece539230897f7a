/** A security key that a vendor sends to a user, enrolled before it arrives. */
export interface Preregistration {
  readonly id: string;
  readonly userId: string;
  readonly status: 'PENDING_ACTIVATION' | 'ACTIVE' | 'INACTIVE';
  readonly created: string;
  readonly lastUpdated: string;
  /** Key that the vendor encrypts with. */
  readonly keyId: string;
  readonly serial?: string;
  readonly version?: string;
}

/** Okta's word for them in errors about what does not exist. */
export const PREREGISTRATION = 'WebAuthnPreregistrationFactor';
