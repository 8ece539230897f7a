/** How much of the org's rate limit one caller may use. */
export interface PrincipalRateLimit {
  readonly id: string;
  readonly orgId: string;
  readonly principalId: string;
  readonly principalType: 'SSWS_TOKEN' | 'OAUTH_CLIENT';
  readonly defaultPercentage: number;
  readonly defaultConcurrencyPercentage: number;
  readonly createdDate: string;
  readonly createdBy: string;
  readonly lastUpdate: string;
  readonly lastUpdatedBy: string;
}

/** Percentage that callers may use of whom nothing else is said. */
export const STANDARD_PERCENTAGE = 50;

/** Okta's word for these limits in errors about what does not exist. */
export const PRINCIPAL_RATE_LIMIT = 'PrincipalRateLimit';
