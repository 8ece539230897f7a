/**
 * `PascalCase` of a name as Okta writes it: `_embedded`, `postAPIService`, `resource-sets`, `BASIC_SMTP_AUTH`.
 *
 * @param name - a property, method or component name
 * @returns the name of a TypeScript type
 */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/**
 * `camelCase` of a wire name: `OktaAccessGateway-Agent` gives `oktaAccessGatewayAgent`, `stream_id` gives `streamId`.
 *
 * @param name - a parameter name
 * @returns the name of a request member
 */
export function camel(name: string): string {
  const text = pascal(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * Singular of a plural noun, for the items of an array: `policies`, `addresses`, `keys`.
 *
 * @param noun - a name that ends in the noun
 * @returns the singular; the name with `Item` behind it if it shows no plural
 */
export function singular(noun: string): string {
  if (/ies$/.test(noun)) return noun.replace(/ies$/, 'y');
  if (/(?:ss|x|ch|sh)es$/.test(noun)) return noun.replace(/es$/, '');
  if (/[^su]s$/.test(noun)) return noun.replace(/s$/, '');
  return `${noun}Item`;
}

/**
 * The words of a camel-case name in lower case, acronyms in one piece: `listOAuth2TokensForUser`.
 *
 * @param name - a method or type name
 * @returns the words
 */
export function words(name: string): string[] {
  return name.match(/[A-Z]+(?=[A-Z][a-z]|\b|\d)\d*|[A-Z]?[a-z]+\d*|[A-Z]+|\d+/g) ?? [];
}
