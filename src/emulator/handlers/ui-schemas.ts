import { noContent, ok } from '../answers/answer.js';
import { BLANK, fail, invalid, notFound } from '../answers/fault.js';
import { bodyOf, objectIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { withDefaults } from '../org/json.js';
import { nowIn } from '../org/org.js';
import { UI_SCHEMA, type UiSchema } from '../schema/ui-schema.js';

const standard = { type: 'Group', label: 'Sign in', buttonLabel: 'Submit', elements: [] };
/** How names in the catalog look; which there are is not known here. */
const APP_NAME = /^[a-z0-9_-]+$/;
const sections = ['general', 'signOn', 'provisioning'];

const createUISchema: Handler = (call) => {
  const now = nowIn(call.org);
  const schema = { uiSchema: readUiSchema(call), id: call.org.ids.next('uis'), created: now, lastUpdated: now };
  return save(call, schema);
};

function readUiSchema(call: Call): UiSchema['uiSchema'] {
  const sent = objectIn(bodyOf(call), 'uiSchema');
  if (sent === undefined) throw invalid('uiSchema', BLANK);
  return withDefaults(sent, standard);
}

function save(call: Call, schema: UiSchema) {
  call.org.uiSchemas.set(schema.id, schema);
  return ok(viewOf(schema, call));
}

function viewOf(schema: UiSchema, { origin }: Call) {
  const href = `${origin}/api/v1/meta/uischemas/${schema.id}`;
  return { ...schema, _links: { self: { href, hints: { allow: ['GET', 'PUT', 'DELETE'] } } } };
}

function findUiSchema(call: Call): UiSchema {
  const id = pathMember(call, 'id');
  const schema = call.org.uiSchemas.get(id);
  if (schema === undefined) throw notFound(id, UI_SCHEMA);
  return schema;
}

const getUISchema: Handler = (call) => ok(viewOf(findUiSchema(call), call));

const listUISchemas: Handler = (call) => ok([...call.org.uiSchemas.values()].map((schema) => viewOf(schema, call)));

const replaceUISchemas: Handler = (call) => {
  const before = findUiSchema(call);
  return save(call, { ...before, uiSchema: readUiSchema(call), lastUpdated: nowIn(call.org) });
};

/** The first one came with the org, whose sign-up form needs it. */
const deleteUISchemas: Handler = (call) => {
  const { id } = findUiSchema(call);
  const [first] = call.org.uiSchemas.keys();
  if (id === first) throw fail('E0000111', 'UI schema');
  call.org.uiSchemas.delete(id);
  return noContent();
};

function appNameIn(call: Call): string {
  const name = pathMember(call, 'appName');
  if (!APP_NAME.test(name)) throw notFound(name, 'App');
  return name;
}

const getAppUISchemaLinks: Handler = (call) => {
  const layouts = `${call.origin}/api/v1/meta/layouts/apps/${appNameIn(call)}/sections`;
  const links = sections.map((section) => [section, [{ href: `${layouts}/${section}/${operationOf(section)}` }]]);
  return ok({ _links: Object.fromEntries(links) });
};

function operationOf(section: string): string {
  return section === 'general' ? 'create' : 'update';
}

const getAppUISchema: Handler = (call) => {
  appNameIn(call);
  const section = pathMember(call, 'section');
  if (!sections.includes(section)) throw notFound(section, 'Section');
  const label = { type: 'Control', scope: '#/properties/label', label: 'Application label' };
  return ok({ type: 'VerticalLayout', label: section, elements: section === 'general' ? [label] : [] });
};

/** How forms for profiles and apps look. */
export const uiSchemas: Handlers = {
  createUISchema,
  getUISchema,
  listUISchemas,
  replaceUISchemas,
  deleteUISchemas,
  getAppUISchemaLinks,
  getAppUISchema,
};
