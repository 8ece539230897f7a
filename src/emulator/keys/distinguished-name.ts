import { objectIdentifier, printableString, sequence, set, utf8String } from './der.js';

/** Who a certificate is for; members as in the body of a CSR. */
export interface DistinguishedName {
  readonly countryName?: string | undefined;
  readonly stateOrProvinceName?: string | undefined;
  readonly localityName?: string | undefined;
  readonly organizationName?: string | undefined;
  readonly organizationalUnitName?: string | undefined;
  readonly commonName?: string | undefined;
}

/** In the order in which they are written. Source: RFC 4519, section 2 */
export const nameAttributes = {
  countryName: '2.5.4.6',
  stateOrProvinceName: '2.5.4.8',
  localityName: '2.5.4.7',
  organizationName: '2.5.4.10',
  organizationalUnitName: '2.5.4.11',
  commonName: '2.5.4.3',
} as const satisfies Record<keyof DistinguishedName, string>;

/**
 * @param name - who it is
 * @returns the DER of an X.501 `Name`
 * @see RFC 5280, section 4.1.2.4
 */
export function nameDer(name: DistinguishedName): Buffer {
  const parts = Object.entries(nameAttributes).flatMap(([attribute, identifier]) => {
    const value = name[attribute as keyof DistinguishedName];
    if (value === undefined) return [];
    const text = attribute === 'countryName' ? printableString(value) : utf8String(value);
    return [set(sequence(objectIdentifier(identifier), text))];
  });
  return sequence(...parts);
}
