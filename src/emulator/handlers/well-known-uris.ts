import { fail, notFound } from '../answers/fault.js';
import { bodyOf } from '../body.js';
import { BRANDS, brandNamed, defaultBrand } from '../brands/brand.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import type { JsonObject } from '../org/json.js';
import { link } from '../resources/link.js';
import { store, stored } from '../resources/store.js';

/** What apps and browsers are told about the org, by the last segment of its address; empty until somebody sets it. */
const URIS: Readonly<Record<string, unknown>> = {
  'apple-app-site-association': {},
  'assetlinks.json': [],
  webauthn: {},
};

function listOf(call: Call): string {
  const id = pathMember(call, 'brandId');
  if (brandNamed(call.org, id) === undefined) throw notFound(id, 'Brand');
  return `${BRANDS}/${id}/well-known-uris`;
}

function nameOf(call: Call): string {
  const name = pathMember(call, 'uriPath');
  if (!Object.hasOwn(URIS, name)) throw fail('E0000258', name);
  return name;
}

function representationOf(call: Call, list: string, name: string): unknown {
  return stored(call.org, { list, key: name })?.['representation'] ?? URIS[name];
}

/** The content, with a link to where it is changed. */
function customized(call: Call, list: string, name: string): JsonObject {
  const self = link(call, `${list}/${name}/customized`, 'GET', 'PUT');
  return { representation: representationOf(call, list, name), _links: { self } };
}

const getAllWellKnownURIs: Handler = (call) => {
  const list = listOf(call);
  const names = Object.keys(URIS);
  const links = names.map((name) => [name, link(call, `${list}/${name}`, 'GET')]);
  const isWhole = call.query.get('expand') === 'all';
  const embedded = names.map((name) => [name, { customized: customized(call, list, name) }]);
  return {
    status: 200,
    body: {
      ...(isWhole ? { _embedded: Object.fromEntries(embedded) } : {}),
      _links: { self: link(call, list, 'GET'), ...Object.fromEntries(links) },
    },
  };
};

const getBrandWellKnownURI: Handler = (call) => ({ status: 200, body: customized(call, listOf(call), nameOf(call)) });

const replaceBrandWellKnownURI: Handler = (call) => {
  const list = listOf(call);
  const name = nameOf(call);
  store(call.org, { list, key: name }, { representation: bodyOf(call)['representation'] });
  return { status: 200, body: customized(call, list, name) };
};

/** Everybody sees what the default brand says. */
const show =
  (name: string): Handler =>
  (call) => {
    const list = `${BRANDS}/${defaultBrand(call.org)?.['id']}/well-known-uris`;
    return { status: 200, body: representationOf(call, list, name) };
  };

/** Documents by which apps and browsers know that they belong to the org. */
export const wellKnownUris: Handlers = {
  getAllWellKnownURIs,
  getRootBrandWellKnownURI: getBrandWellKnownURI,
  getBrandWellKnownURI,
  replaceBrandWellKnownURI,
  getAppleAppSiteAssociationWellKnownURI: show('apple-app-site-association'),
  getAssetLinksWellKnownURI: show('assetlinks.json'),
  getWebAuthnWellKnownURI: show('webauthn'),
};
