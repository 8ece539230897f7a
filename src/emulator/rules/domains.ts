import { fail, invalid, notFound } from '../answers/fault.js';
import { brandNamed, defaultBrand } from '../brands/brand.js';
import { DOMAINS, EMAIL_DOMAINS } from '../brands/domain.js';
import type { Call } from '../call.js';
import { ALPHANUMERIC, randomText } from '../org/chance.js';
import type { JsonObject } from '../org/json.js';
import { link } from '../resources/link.js';
import type { Change, Resource, ResourceRule, ResourceRules } from '../resources/rule.js';
import { storedIn } from '../resources/store.js';

const DOMAIN_NAME = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** The org's own address, which is always there and never changes. */
const OWN = 'default';

const domain: ResourceRule = {
  prefix: 'OcD',
  kind: 'Domain',
  standing: ({ org }) => [
    {
      id: OWN,
      domain: `${org.facts.subdomain}.okta.test`,
      validationStatus: 'COMPLETED',
      certificateSourceType: 'OKTA_MANAGED',
      brandId: defaultBrand(org)?.['id'],
    },
  ],
  born: (sent, { org }) => ({
    validationStatus: 'NOT_STARTED',
    brandId: defaultBrand(org)?.['id'],
    dnsRecords: dnsRecordsOf(String(sent['domain']), randomText(org.chance, VERIFICATION_LENGTH, ALPHANUMERIC)),
  }),
  fixed: ['domain', 'certificateSourceType'],
  admit: admitDomain,
  keep: mustNotBeOwn,
  does: {
    verify: (resource) => {
      mustNotBeOwn(resource);
      const isManaged = resource['certificateSourceType'] === 'OKTA_MANAGED';
      return { ...resource, validationStatus: isManaged ? 'COMPLETED' : 'VERIFIED' };
    },
  },
  view: (resource, call) => ({ ...resource, _links: domainLinks(resource, call) }),
  target: (resource) => domainTarget(resource, 'Domain'),
  events: {
    create: 'system.custom_domain.create',
    update: 'system.custom_domain.update',
    delete: 'system.custom_domain.delete',
    verify: 'system.custom_domain.verify',
  },
};

const VERIFICATION_LENGTH = 32;

function dnsRecordsOf(name: string, value: string): JsonObject[] {
  return [
    { fqdn: `_oktaverification.${name}`, recordType: 'TXT', values: [value], expiration: '' },
    { fqdn: name, recordType: 'CNAME', values: ['emulator.customdomains.okta.test'], expiration: '' },
  ];
}

function admitDomain(next: Resource, { call, before }: Change): Resource {
  if (before !== undefined) mustNotBeOwn(before);
  if (!DOMAIN_NAME.test(String(next['domain']))) throw invalid('domain', 'The value must be a domain name');
  const others = [...storedIn(call.org, DOMAINS)].filter(({ id }) => id !== next['id']);
  if (others.some((other) => isSame(other, next))) throw fail('E0000161');
  const brandId = String(next['brandId']);
  if (brandNamed(call.org, brandId) === undefined) throw notFound(brandId, 'Brand');
  return next;
}

function isSame(one: Resource, other: Resource): boolean {
  return String(one['domain']).toLowerCase() === String(other['domain']).toLowerCase();
}

function mustNotBeOwn({ id }: Resource): void {
  if (id === OWN) throw invalid('domainId', 'The default domain of the org cannot be changed');
}

function domainLinks({ id, brandId }: Resource, call: Call): JsonObject {
  const path = `${DOMAINS}/${id}`;
  const self = { self: link(call, path, ...(id === OWN ? ['GET'] : ['GET', 'PUT', 'DELETE'])) };
  const brand = { brand: link(call, `/api/v1/brands/${brandId}`, 'GET') };
  if (id === OWN) return { ...self, ...brand };
  const others = {
    certificate: link(call, `${path}/certificate`, 'PUT'),
    verify: link(call, `${path}/verify`, 'POST'),
  };
  return { ...self, ...brand, ...others };
}

function domainTarget({ id, domain: name }: Resource, type: string) {
  return { id: String(id), type, alternateId: String(name), displayName: String(name) };
}

const emailDomain: ResourceRule = {
  prefix: 'OeD',
  kind: 'EmailDomain',
  born: (sent) => ({
    validationStatus: 'NOT_STARTED',
    dnsValidationRecords: mailRecordsOf(String(sent['domain']), String(sent['validationSubdomain'] ?? 'mail')),
  }),
  fixed: ['domain', 'validationSubdomain', 'brandId'],
  admit: (next, { call, before }) => {
    if (!DOMAIN_NAME.test(String(next['domain']))) throw invalid('domain', 'The value must be a domain name');
    const others = [...storedIn(call.org, EMAIL_DOMAINS)].filter(({ id }) => id !== next['id']);
    if (others.some((other) => isSame(other, next))) throw fail('E0000197');
    const brandId = String(next['brandId']);
    if (before === undefined && brandNamed(call.org, brandId) === undefined) throw notFound(brandId, 'Brand');
    return next;
  },
  does: { verify: (resource) => ({ ...resource, validationStatus: 'VERIFIED' }) },
  view: ({ brandId, ...resource }, { org, query }) => {
    const brand = brandNamed(org, String(brandId));
    const isWanted = query.get('expand') === 'brands';
    return isWanted ? { ...resource, _embedded: { brands: brand ? [brand] : [] } } : resource;
  },
  target: (resource) => domainTarget(resource, 'EmailDomain'),
  events: {
    create: 'system.email_domain.create',
    update: 'system.email_domain.update',
    delete: 'system.email_domain.delete',
    verify: 'system.email_domain.verify',
  },
};

function mailRecordsOf(name: string, subdomain: string): JsonObject[] {
  const host = 'mail.okta.test';
  return [
    { recordType: 'TXT', fqdn: `_oktaverification.${name}`, verificationValue: name.replaceAll('.', '-') },
    { recordType: 'CNAME', fqdn: `${subdomain}.${name}`, verificationValue: host },
    { recordType: 'CNAME', fqdn: `t1._domainkey.${name}`, verificationValue: `t1.domainkey.${host}` },
    { recordType: 'CNAME', fqdn: `t2._domainkey.${name}`, verificationValue: `t2.domainkey.${host}` },
  ];
}

/** Domains of sign-in pages and of the senders of mails. */
export const domains: ResourceRules = {
  [DOMAINS]: domain,
  [`${DOMAINS}/{domainId}/certificate`]: { secret: ['privateKey'] },
  [EMAIL_DOMAINS]: emailDomain,
};
