import { notFound } from '../answers/fault.js';
import { brandNamed } from '../brands/brand.js';
import { defaultContentOf, EMAIL_TEMPLATES, rendered, templatesOf } from '../brands/email-templates.js';
import { type Call, callingUser, type Handler, type Handlers, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { link } from '../resources/link.js';
import { stored, storedIn, unstore } from '../resources/store.js';

function pathOf(call: Call): { readonly path: string; readonly name: string } {
  const brandId = pathMember(call, 'brandId');
  const name = pathMember(call, 'templateName');
  if (brandNamed(call.org, brandId) === undefined) throw notFound(brandId, 'Brand');
  if (!EMAIL_TEMPLATES.includes(name)) throw notFound(name, 'EmailTemplate');
  return { path: `${templatesOf(brandId)}/${name}`, name };
}

const getEmailDefaultContent: Handler = (call) => {
  const { path, name } = pathOf(call);
  const links = {
    self: link(call, `${path}/default-content`, 'GET'),
    template: link(call, path, 'GET'),
    preview: link(call, `${path}/default-content/preview`, 'GET'),
    test: link(call, `${path}/test`, 'POST'),
  };
  return { status: 200, body: { ...defaultContentOf(name), _links: links } };
};

const getEmailDefaultPreview: Handler = (call) => {
  const { path, name } = pathOf(call);
  return previewOf(call, defaultContentOf(name), { path, source: `${path}/default-content` });
};

const getCustomizationPreview: Handler = (call) => {
  const { path } = pathOf(call);
  const list = `${path}/customizations`;
  const key = pathMember(call, 'customizationId');
  const customization = stored(call.org, { list, key });
  if (customization === undefined) throw notFound(key, 'EmailCustomization');
  return previewOf(call, customization, { path, source: `${list}/${key}` });
};

interface Place {
  readonly path: string;
  /** Path of what is previewed. */
  readonly source: string;
}

/** The mail as the caller would read it. */
function previewOf(call: Call, content: JsonObject, { path, source }: Place) {
  const { profile } = callingUser(call);
  const names = Object.entries(profile).map(([name, value]) => [`user.profile.${name}`, value]);
  const links = {
    self: link(call, `${source}/preview`, 'GET'),
    contentSource: link(call, source, 'GET'),
    template: link(call, path, 'GET'),
    test: link(call, `${path}/test`, 'POST'),
    defaultContent: link(call, `${path}/default-content`, 'GET'),
  };
  const values = { ...Object.fromEntries(names), 'org.name': call.org.facts.subdomain };
  return { status: 200, body: { ...rendered(content, values), _links: links } };
}

const deleteAllCustomizations: Handler = (call) => {
  const list = `${pathOf(call).path}/customizations`;
  for (const { id } of [...storedIn(call.org, list)]) unstore(call.org, { list, key: String(id) });
  return { status: 204 };
};

const sendTestEmail: Handler = (call) => {
  pathOf(call);
  return { status: 204 };
};

/** What email templates say. */
export const emailContent: Handlers = {
  getEmailDefaultContent,
  getEmailDefaultPreview,
  getCustomizationPreview,
  deleteAllCustomizations,
  sendTestEmail,
};
