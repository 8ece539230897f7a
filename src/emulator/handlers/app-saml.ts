import type { Answer } from '../answers/answer.js';
import { fail, notFound } from '../answers/fault.js';
import { APP, type App } from '../apps/app.js';
import { findApp } from '../apps/app-store.js';
import { externalKey, samlMetadata } from '../apps/saml-metadata.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { findKey } from '../keys/key-store.js';
import { memberAt } from '../org/json.js';
import type { ExtraRoutes } from '../routing/extra-route.js';

const XML = /xml|\*\/\*/i;

const previewSAMLmetadataForApplication: Handler = (call) => {
  const app = findApp(call);
  if (app.signOnMode !== 'SAML_2_0') throw fail('E0000024');
  if (!XML.test(call.headers['accept'] ?? '*/*')) throw fail('E0000019');
  return metadata(call, app, call.query.get('kid') ?? '');
};

/** The address that service providers are given: anybody may read it. */
const publishSamlMetadata: Handler = (call) => {
  const id = pathMember(call, 'appKey');
  const app = findSamlApp(call, id);
  if (app === undefined) throw notFound(id, APP);
  return metadata(call, app, '');
};

function findSamlApp({ org }: Call, id: string): App | undefined {
  for (const app of org.apps.values()) {
    if (app.signOnMode === 'SAML_2_0' && (app.id === id || externalKey(app) === id)) return app;
  }
  return undefined;
}

function metadata({ org, origin }: Call, app: App, kid: string): Answer {
  const signing = memberAt(app.credentials, ['signing', 'kid']);
  const key = findKey(org, app.id, kid === '' ? String(signing) : kid);
  return {
    status: 200,
    headers: { 'Content-Disposition': 'inline; filename="metadata.xml"' },
    content: { type: 'application/xml;charset=ISO-8859-1', data: samlMetadata(app, origin, key) },
  };
}

/** What SAML apps tell their service providers. */
export const appSaml: Handlers = { previewSAMLmetadataForApplication };

/** The same for everybody. */
export const samlRoutes: ExtraRoutes = {
  publishSamlMetadata: { call: 'GET /app/{appKey}/sso/saml/metadata', handler: publishSamlMetadata },
};
