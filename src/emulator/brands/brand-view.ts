import type { Call } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { link } from '../resources/link.js';
import type { Resource } from '../resources/rule.js';
import { stored, storedIn } from '../resources/store.js';
import { BRANDS, themesOf } from './brand.js';
import { DOMAINS, EMAIL_DOMAINS } from './domain.js';

/**
 * @param brand - as it is stored
 * @param call - the request, with `expand`
 * @returns the brand as it is answered
 */
export function brandView(brand: Resource, call: Call): JsonObject {
  const path = `${BRANDS}/${brand['id']}`;
  const allow = brand['isDefault'] ? ['GET', 'PUT'] : ['GET', 'PUT', 'DELETE'];
  const links = {
    themes: link(call, `${path}/themes`, 'GET'),
    domains: link(call, `${path}/domains`, 'GET'),
    self: link(call, path, ...allow),
  };
  const wanted = (call.query.get('expand') ?? '').split(',').filter((name) => Object.hasOwn(embedders, name));
  const embedded = Object.fromEntries(wanted.map((name) => [name, embedders[name]?.(brand, call)]));
  return { ...brand, _links: links, ...(wanted.length > 0 ? { _embedded: embedded } : {}) };
}

const embedders: Readonly<Record<string, (brand: Resource, call: Call) => unknown>> = {
  themes: ({ id }, { org }) => [...storedIn(org, themesOf(String(id)))],
  domains: ({ id }, { org }) => domainsOf(org, String(id)),
  emailDomain: ({ emailDomainId }, { org }) =>
    emailDomainId === undefined ? undefined : stored(org, { list: EMAIL_DOMAINS, key: String(emailDomainId) }),
};

/**
 * @param org - the org
 * @param brandId - id of a brand
 * @returns domains that show the brand
 */
export function domainsOf(org: Call['org'], brandId: string): Resource[] {
  return [...storedIn(org, DOMAINS)].filter((domain) => domain['brandId'] === brandId);
}
