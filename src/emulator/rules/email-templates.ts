import { fail, invalid } from '../answers/fault.js';
import { EMAIL_TEMPLATES, templatesOf } from '../brands/email-templates.js';
import { type Call, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { link } from '../resources/link.js';
import type { Change, Resource, ResourceRule, ResourceRules } from '../resources/rule.js';
import { store, stored, storedIn } from '../resources/store.js';

const LIST = templatesOf('{brandId}');
const CUSTOMIZATIONS = `${LIST}/{templateName}/customizations`;

const template: ResourceRule = {
  key: 'name',
  kind: 'EmailTemplate',
  standing: () => EMAIL_TEMPLATES.map((name) => ({ name })),
  view: (resource, call) => {
    const path = `${templatesOf(pathMember(call, 'brandId'))}/${resource['name']}`;
    const links = {
      self: link(call, path, 'GET'),
      settings: link(call, `${path}/settings`, 'GET', 'PUT'),
      defaultContent: link(call, `${path}/default-content`, 'GET'),
      customizations: link(call, `${path}/customizations`, 'GET', 'POST', 'DELETE'),
      test: link(call, `${path}/test`, 'POST'),
    };
    return { ...resource, ...embeddedFor(path, call), _links: links };
  },
};

function embeddedFor(path: string, { query, org }: Call): JsonObject {
  const wanted = (query.get('expand') ?? '').split(',');
  const settings = stored(org, { list: `${path}/settings` }) ?? SETTINGS;
  const embedded = {
    ...(wanted.includes('settings') ? { settings } : {}),
    ...(wanted.includes('customizationCount')
      ? { customizationCount: [...storedIn(org, `${path}/customizations`)].length }
      : {}),
  };
  return Object.keys(embedded).length > 0 ? { _embedded: embedded } : {};
}

const SETTINGS = { recipients: 'ALL_USERS' };

/** The first customization of a template is its default, and there is always exactly one. */
const customization: ResourceRule = {
  prefix: 'oel',
  kind: 'EmailCustomization',
  admit: admitCustomization,
  keep: (resource, call) => {
    if (resource['isDefault'] && siblings(resource, call).length > 0) throw fail('E0000184');
  },
  afterwards: (next, { call }) => {
    if (next?.['isDefault'] !== true) return;
    for (const other of siblings(next, call)) {
      if (other['isDefault']) store(call.org, spotOf(other, call), { ...other, isDefault: false });
    }
  },
  view: (resource, call) => {
    const { list, key } = spotOf(resource, call);
    const links = {
      self: link(call, `${list}/${key}`, 'GET', 'PUT', 'DELETE'),
      template: link(call, list.slice(0, list.lastIndexOf('/')), 'GET'),
      preview: link(call, `${list}/${key}/preview`, 'GET'),
      test: link(call, `${list.slice(0, list.lastIndexOf('/'))}/test`, 'POST'),
    };
    return { ...resource, _links: links };
  },
  target: ({ id, language }) => ({
    id: String(id),
    type: 'EmailCustomization',
    alternateId: String(language),
    displayName: String(language),
  }),
  events: {
    create: 'system.email.template.create',
    update: 'system.email.template.update',
    delete: 'system.email.template.delete',
  },
};

const LANGUAGE = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/;

function admitCustomization(next: Resource, { call, before }: Change): Resource {
  const others = siblings(next, call);
  if (!LANGUAGE.test(String(next['language']))) throw invalid('language', 'The language is not supported');
  if (others.some(({ language }) => language === next['language'])) throw fail('E0000183');
  if (before === undefined) {
    if (next['isDefault'] === true && others.some(({ isDefault }) => isDefault)) throw fail('E0000182');
    return { ...next, isDefault: others.length === 0 };
  }
  if (before['isDefault'] === true && next['isDefault'] === false) throw fail('E0000185');
  return { ...next, isDefault: next['isDefault'] ?? before['isDefault'] };
}

function spotOf({ id }: Resource, call: Call): { readonly list: string; readonly key: string } {
  const template = pathMember(call, 'templateName');
  return { list: `${templatesOf(pathMember(call, 'brandId'))}/${template}/customizations`, key: String(id) };
}

function siblings(resource: Resource, call: Call): Resource[] {
  return [...storedIn(call.org, spotOf(resource, call).list)].filter(({ id }) => id !== resource['id']);
}

/** What users are mailed. */
export const emailTemplates: ResourceRules = {
  [LIST]: template,
  [CUSTOMIZATIONS]: customization,
  [`${LIST}/{templateName}/settings`]: { defaults: () => SETTINGS },
};
