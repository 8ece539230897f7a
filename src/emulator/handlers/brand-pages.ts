import { fail, notFound } from '../answers/fault.js';
import { bodyOf } from '../body.js';
import { BRANDS, brandNamed } from '../brands/brand.js';
import { domainsOf } from '../brands/brand-view.js';
import { DEFAULT_PAGES, type PageKind, WIDGET_VERSIONS } from '../brands/pages.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { link } from '../resources/link.js';
import type { Resource } from '../resources/rule.js';
import { store, stored, unstore } from '../resources/store.js';

/** A version of a page that somebody wrote. */
type Version = 'customized' | 'preview';

function findBrand(call: Call): Resource {
  const id = pathMember(call, 'brandId');
  const brand = brandNamed(call.org, id);
  if (brand === undefined) throw notFound(id, 'Brand');
  return brand;
}

function spotOf(call: Call, kind: PageKind, version?: Version): { readonly list: string } {
  const path = `${BRANDS}/${findBrand(call)['id']}/pages/${kind}`;
  return { list: version === undefined ? path : `${path}/${version}` };
}

const read =
  (kind: PageKind, version: Version): Handler =>
  (call) => {
    const page = stored(call.org, spotOf(call, kind, version));
    if (page === undefined) throw notFound(version, 'CustomizablePage');
    return { status: 200, body: page };
  };

const replace =
  (kind: PageKind, version: Version): Handler =>
  (call) => {
    const spot = spotOf(call, kind, version);
    if (version === 'customized' && findBrand(call)['isDefault']) throw fail('E0000213');
    const page = { ...DEFAULT_PAGES[kind], ...bodyOf(call) };
    store(call.org, spot, page);
    recordChange(call);
    return { status: 200, body: page };
  };

const remove =
  (kind: PageKind, version: Version): Handler =>
  (call) => {
    unstore(call.org, spotOf(call, kind, version));
    recordChange(call);
    return { status: 204 };
  };

const readDefault =
  (kind: PageKind): Handler =>
  (call) => {
    findBrand(call);
    return { status: 200, body: DEFAULT_PAGES[kind] };
  };

const readAll =
  (kind: PageKind): Handler =>
  (call) => {
    const { list } = spotOf(call, kind);
    const written = (['customized', 'preview'] as const).flatMap((version) => {
      const page = stored(call.org, spotOf(call, kind, version));
      return page === undefined ? [] : [[version, page] as const];
    });
    const pages: Readonly<Record<string, unknown>> = { default: DEFAULT_PAGES[kind], ...Object.fromEntries(written) };
    const names = (call.query.get('expand') ?? '').split(',').filter((name) => Object.hasOwn(pages, name));
    const embedded = Object.fromEntries(names.map((name) => [name, pages[name]]));
    const self = link(call, list, 'GET');
    const links = Object.keys(pages).map((name) => [name, link(call, `${list}/${name}`, ...verbsOf(name))]);
    return { status: 200, body: { _embedded: embedded, _links: { self, ...Object.fromEntries(links) } } };
  };

function verbsOf(name: string): string[] {
  return name === 'default' ? ['GET'] : ['GET', 'PUT', 'DELETE'];
}

function recordChange(call: Call): void {
  const { id, name } = findBrand(call);
  const text = String(name);
  call.record('system.brand.update', [{ id: String(id), type: 'Brand', alternateId: text, displayName: text }]);
}

const listAllSignInWidgetVersions: Handler = (call) => {
  findBrand(call);
  return { status: 200, body: WIDGET_VERSIONS };
};

const listBrandDomains: Handler = (call) => {
  const { id } = findBrand(call);
  return { status: 200, body: { domains: domainsOf(call.org, String(id)) } };
};

/** Sign-in and error pages of brands. */
export const brandPages: Handlers = {
  getSignInPage: readAll('sign-in'),
  getDefaultSignInPage: readDefault('sign-in'),
  getCustomizedSignInPage: read('sign-in', 'customized'),
  replaceCustomizedSignInPage: replace('sign-in', 'customized'),
  deleteCustomizedSignInPage: remove('sign-in', 'customized'),
  getPreviewSignInPage: read('sign-in', 'preview'),
  replacePreviewSignInPage: replace('sign-in', 'preview'),
  deletePreviewSignInPage: remove('sign-in', 'preview'),
  getErrorPage: readAll('error'),
  getDefaultErrorPage: readDefault('error'),
  getCustomizedErrorPage: read('error', 'customized'),
  replaceCustomizedErrorPage: replace('error', 'customized'),
  deleteCustomizedErrorPage: remove('error', 'customized'),
  getPreviewErrorPage: read('error', 'preview'),
  replacePreviewErrorPage: replace('error', 'preview'),
  deletePreviewErrorPage: remove('error', 'preview'),
  listAllSignInWidgetVersions,
  listBrandDomains,
};
