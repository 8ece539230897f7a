/** Path of the list of custom domains. */
export const DOMAINS = '/api/v1/domains';

/** Path of the list of email domains. */
export const EMAIL_DOMAINS = '/api/v1/email-domains';
