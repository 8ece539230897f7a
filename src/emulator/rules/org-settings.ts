import { fail, notFound } from '../answers/fault.js';
import type { Call } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { timestamp } from '../org/timestamp.js';
import { link } from '../resources/link.js';
import type { Change, Resource, ResourceRule, ResourceRules } from '../resources/rule.js';

const ORG = '/api/v1/org';

const general: ResourceRule = {
  kind: 'Org',
  defaults: (_, { org }) => {
    const created = org.groups.get(org.facts.everyoneId)?.created;
    const { id, subdomain } = org.facts;
    return { id, subdomain, status: 'ACTIVE', created, lastUpdated: created, companyName: subdomain };
  },
  fixed: ['id', 'subdomain', 'status', 'expiresAt'],
  view: (resource, call) => {
    const links = {
      self: link(call, ORG, 'GET', 'POST', 'PUT'),
      preferences: link(call, `${ORG}/preferences`, 'GET'),
      contacts: link(call, `${ORG}/contacts`, 'GET'),
      oktaCommunication: link(call, `${ORG}/privacy/oktaCommunication`, 'GET'),
      oktaSupport: link(call, `${ORG}/privacy/oktaSupport`, 'GET'),
      uploadLogo: link(call, `${ORG}/logo`, 'POST'),
    };
    return { ...resource, _links: links };
  },
  target: orgTarget,
  events: { update: 'system.org.update' },
};

function orgTarget({ id }: Resource) {
  const text = String(id ?? 'org');
  return { id: text, type: 'Organization', alternateId: text, displayName: text };
}

const preferences: ResourceRule = {
  defaults: () => ({ showEndUserFooter: true }),
  does: {
    hideEndUserFooter: (resource) => ({ ...resource, showEndUserFooter: false }),
    showEndUserFooter: (resource) => ({ ...resource, showEndUserFooter: true }),
  },
  view: (resource, call) => ({
    ...resource,
    _links: {
      hideEndUserFooter: link(call, `${ORG}/preferences/hideEndUserFooter`, 'POST'),
      showEndUserFooter: link(call, `${ORG}/preferences/showEndUserFooter`, 'POST'),
    },
  }),
  target: orgTarget,
  events: { hideEndUserFooter: 'system.org.update', showEndUserFooter: 'system.org.update' },
};

const HOUR = 60 * 60 * 1000;
const SUPPORT = `${ORG}/privacy/oktaSupport`;
const NO_SUPPORT = { support: 'DISABLED', expiration: null, caseNumber: null };

/** Access is granted for eight hours; each extension adds a day. */
const support: ResourceRule = {
  defaults: () => NO_SUPPORT,
  does: {
    grant: (_, { org }) => ({ ...NO_SUPPORT, support: 'ENABLED', expiration: timestamp(org.clock.now() + 8 * HOUR) }),
    extend: (resource) => {
      if (resource['support'] !== 'ENABLED') throw fail('E0000107');
      return { ...resource, expiration: timestamp(Date.parse(String(resource['expiration'])) + 24 * HOUR) };
    },
    revoke: () => NO_SUPPORT,
  },
  view: (resource, call) => {
    const isOver = Date.parse(String(resource['expiration'])) <= call.org.clock.now();
    const shown = isOver ? NO_SUPPORT : resource;
    const words = shown['support'] === 'ENABLED' ? ['extend', 'revoke'] : ['grant'];
    const links = words.map((word) => [word, link(call, `${SUPPORT}/${word}`, 'POST')]);
    return { ...shown, _links: { ...Object.fromEntries(links), cases: link(call, `${SUPPORT}/cases`, 'GET') } };
  },
  target: orgTarget,
  events: {
    grant: 'system.org.support.grant',
    extend: 'system.org.support.extend',
    revoke: 'system.org.support.revoke',
  },
};

/** The one case of the org; nobody but Okta opens one. */
const supportCase: ResourceRule = {
  key: 'caseNumber',
  kind: 'SupportCase',
  standing: () => [
    {
      caseNumber: '00000001',
      subject: 'Help with setting up the org',
      impersonation: { status: 'DISABLED', expiration: null },
      selfAssigned: { status: 'NOT_REQUIRED' },
    },
  ],
};

const communication: ResourceRule = {
  defaults: () => ({ optOutEmailUsers: false }),
  does: {
    optIn: (resource) => ({ ...resource, optOutEmailUsers: false }),
    optOut: (resource) => ({ ...resource, optOutEmailUsers: true }),
  },
  view: (resource, call) => {
    const word = resource['optOutEmailUsers'] ? 'optIn' : 'optOut';
    return { ...resource, _links: { [word]: link(call, `${ORG}/privacy/oktaCommunication/${word}`, 'POST') } };
  },
  target: orgTarget,
  events: { optIn: 'system.org.update', optOut: 'system.org.update' },
};

const aerial: ResourceRule = {
  defaults: (_, { org }) => ({ accountId: org.facts.id }),
  does: {
    grant: (_, { body, caller, org }) => ({
      accountId: Object(body).accountId,
      ...(caller.user && { grantedBy: caller.user.id }),
      grantedDate: timestamp(org.clock.now()),
    }),
    revoke: (resource) => ({ accountId: resource['accountId'] }),
  },
};

const contact: ResourceRule = {
  key: 'contactType',
  kind: 'OrgContactUser',
  standing: ({ org }) => ['BILLING', 'TECHNICAL'].map((contactType) => ({ contactType, userId: ownerOf(org) })),
  fixed: ['contactType'],
  admit: admitContact,
  view: viewContact,
};

/** The first user is the one who made the org. */
function ownerOf({ users }: Call['org']): string | undefined {
  const [first] = users.values();
  return first?.id;
}

function admitContact(next: Resource, { call }: Change): Resource {
  const userId = String(next['userId']);
  if (call.org.users.get(userId) === undefined) throw notFound(userId, 'User');
  return next;
}

/** The list tells where each contact is read, the contact who it is. */
function viewContact({ contactType, userId }: Resource, call: Call): JsonObject {
  const name = String(contactType);
  if (call.operation === 'getOrgContactTypes') {
    return { contactType, _links: { [name.toLowerCase()]: link(call, `${ORG}/contacts/${name}`, 'GET', 'PUT') } };
  }
  return { userId, _links: { user: link(call, `/api/v1/users/${userId}`, 'GET') } };
}

/** What an org tells everybody about itself. */
const metadata: ResourceRule = {
  view: (_, call) => ({
    id: call.org.facts.id,
    cell: 'op3',
    pipeline: 'idx',
    settings: {
      analyticsCollectionEnabled: false,
      bugReportingEnabled: true,
      omEnabled: false,
      pssoEnabled: false,
      desktopMFAEnabled: false,
      itpEnabled: false,
    },
    _links: { organization: { href: call.origin } },
  }),
};

/** What an org is set to. */
export const orgSettings: ResourceRules = {
  [ORG]: general,
  [`${ORG}/preferences`]: preferences,
  [SUPPORT]: support,
  [`${SUPPORT}/cases`]: supportCase,
  [`${ORG}/privacy/oktaCommunication`]: communication,
  [`${ORG}/privacy/aerial`]: aerial,
  [`${ORG}/contacts`]: contact,
  [`${ORG}/settings/clientPrivilegesSetting`]: { defaults: () => ({ clientPrivilegesSetting: false }) },
  [`${ORG}/settings/autoAssignAdminAppSetting`]: { defaults: () => ({ autoAssignAdminAppSetting: true }) },
  [`${ORG}/orgSettings/thirdPartyAdminSetting`]: { defaults: () => ({ thirdPartyAdmin: false }) },
  '/.well-known/okta-organization': metadata,
};
