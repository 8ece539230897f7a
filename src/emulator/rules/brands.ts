import { fail, invalid } from '../answers/fault.js';
import { addTheme, BRAND_DEFAULTS, BRANDS, themesOf } from '../brands/brand.js';
import { brandView } from '../brands/brand-view.js';
import { DOMAINS } from '../brands/domain.js';
import { imagesOf } from '../brands/theme-image.js';
import type { Call } from '../call.js';
import { link } from '../resources/link.js';
import type { Change, Resource, ResourceRule, ResourceRules } from '../resources/rule.js';
import { storedIn } from '../resources/store.js';

/** Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Brands/ */
const LARGEST_COUNT = 200;

const brand: ResourceRule = {
  prefix: 'bnd',
  kind: 'Brand',
  q: ['name'],
  defaults: () => BRAND_DEFAULTS,
  born: () => ({ isDefault: false }),
  fixed: ['isDefault'],
  admit: admitBrand,
  keep: keepBrand,
  afterwards: (next, { call, before }) => {
    if (before === undefined && next !== undefined) addTheme(call.org, String(next['id']));
  },
  view: brandView,
  events: { create: 'system.brand.create', update: 'system.brand.update', delete: 'system.brand.delete' },
};

function admitBrand(next: Resource, { call, before }: Change): Resource {
  const others = [...storedIn(call.org, BRANDS)].filter(({ id }) => id !== next['id']);
  if (others.some(({ name }) => folded(name) === folded(next['name']))) throw fail('E0000202');
  if (before === undefined && others.length >= LARGEST_COUNT) throw fail('E0000220');
  if (next['customPrivacyPolicyUrl'] && next['agreeToCustomPrivacyPolicy'] !== true) {
    throw invalid('agreeToCustomPrivacyPolicy', 'A custom privacy policy URL needs the consent to use one');
  }
  return next;
}

function folded(name: unknown): string {
  return String(name).toLowerCase();
}

function keepBrand({ id, isDefault }: Resource, { org }: Call): void {
  if (isDefault) throw fail('E0000200');
  if ([...storedIn(org, DOMAINS)].some(({ brandId }) => brandId === id)) throw fail('E0000201');
}

const theme: ResourceRule = {
  prefix: 'the',
  kind: 'Theme',
  view: (resource, call) => {
    const path = `${themesOf(call.path['brandId'] ?? '')}/${resource['id']}`;
    const images = imagesOf(resource, call);
    const links = {
      self: link(call, path, 'GET', 'PUT'),
      logo: link(call, `${path}/logo`, 'POST', 'DELETE'),
      favicon: link(call, `${path}/favicon`, 'POST', 'DELETE'),
      'background-image': link(call, `${path}/background-image`, 'POST', 'DELETE'),
    };
    return { ...resource, ...images, _links: links };
  },
  target: ({ id }) => ({ id: String(id), type: 'Theme', alternateId: String(id), displayName: String(id) }),
  events: { update: 'system.theme.update' },
};

/** Brands and what hangs on them. */
export const brands: ResourceRules = {
  [BRANDS]: brand,
  [themesOf('{brandId}')]: theme,
  [`${BRANDS}/{brandId}/pages/sign-out/customized`]: { defaults: () => ({ type: 'OKTA_DEFAULT' }) },
};
