import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { Resource } from '../resources/rule.js';
import { store, stored, storedIn } from '../resources/store.js';

/** Path of the list of brands. */
export const BRANDS = '/api/v1/brands';

/** What a brand is until somebody says otherwise. */
export const BRAND_DEFAULTS: JsonObject = {
  agreeToCustomPrivacyPolicy: false,
  customPrivacyPolicyUrl: null,
  removePoweredByOkta: false,
};

/** As recorded of new brands. */
const THEME_DEFAULTS: JsonObject = {
  primaryColorHex: '#1662dd',
  primaryColorContrastHex: '#000000',
  secondaryColorHex: '#ebebed',
  secondaryColorContrastHex: '#000000',
  signInPageTouchPointVariant: 'OKTA_DEFAULT',
  endUserDashboardTouchPointVariant: 'OKTA_DEFAULT',
  errorPageTouchPointVariant: 'OKTA_DEFAULT',
  emailTemplateTouchPointVariant: 'OKTA_DEFAULT',
  loadingPageTouchPointVariant: 'OKTA_DEFAULT',
};

/**
 * @param brandId - id of a brand
 * @returns path of the list of its themes
 */
export function themesOf(brandId: string): string {
  return `${BRANDS}/${brandId}/themes`;
}

/**
 * Gives a brand its one theme.
 *
 * @param org - is changed
 * @param brandId - id of the brand
 */
export function addTheme(org: Org, brandId: string): void {
  const id = org.ids.next('the');
  store(org, { list: themesOf(brandId), key: id }, { id, ...THEME_DEFAULTS });
}

/**
 * Adds the brand that every org has.
 *
 * @param org - an org that is being made; is changed
 */
export function addDefaultBrand(org: Org): void {
  const id = org.ids.next('bnd');
  store(org, { list: BRANDS, key: id }, { id, name: org.facts.subdomain, isDefault: true, ...BRAND_DEFAULTS });
  addTheme(org, id);
}

/**
 * @param org - the org
 * @returns the brand that every org has
 */
export function defaultBrand(org: Org): Resource | undefined {
  return [...storedIn(org, BRANDS)].find(({ isDefault }) => isDefault);
}

/**
 * @param org - the org
 * @param id - of a brand
 * @returns the brand, `undefined` if there is none
 */
export function brandNamed(org: Org, id: string): Resource | undefined {
  return stored(org, { list: BRANDS, key: id });
}
