/** Where an org is, as oktajs asks for it. */
export interface OrgPlace {
  /** Subdomain; a whole host or URL is taken, too. */
  readonly domain: string;
  /** Whether it is an org for trying things out. */
  readonly preview: boolean;
}

/**
 * URL of an org.
 *
 * @param place - subdomain, and which of Okta's domains
 * @returns the URL
 */
export function orgUrlOf({ domain, preview }: OrgPlace): string {
  if (/^https?:\/\//i.test(domain)) return domain;
  if (domain.includes('.')) return `https://${domain}`;
  // Console addresses have this at the end of the subdomain; the API is at the address without it.
  const subdomain = domain.replace(/-admin$/, '');
  return `https://${subdomain}.${preview ? 'oktapreview' : 'okta'}.com`;
}
