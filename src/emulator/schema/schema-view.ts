import type { App } from '../apps/app.js';
import type { Call } from '../call.js';
import type { UserType } from '../users/user-type.js';
import type { Schema } from './attribute.js';
import { definitionView } from './attribute-view.js';

type Place = Pick<Call, 'origin'>;

/** What differs between schemas. */
interface Heading {
  /** Behind `/meta/schemas/`. */
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly links?: Readonly<Record<string, unknown>>;
}

function schemaView({ created, lastUpdated, base, custom }: Schema, heading: Heading, { origin }: Place) {
  const { path, name, title, description, links } = heading;
  const self = { rel: 'self', href: `${origin}/api/v1/meta/schemas/${path}`, method: 'GET' };
  return {
    id: `${origin}/meta/schemas/${path}`,
    $schema: 'http://json-schema.org/draft-04/schema#',
    name,
    title,
    ...(description !== undefined && { description }),
    lastUpdated,
    created,
    definitions: { custom: definitionView('custom', custom), base: definitionView('base', base) },
    type: 'object',
    properties: { profile: { allOf: [{ $ref: '#/definitions/custom' }, { $ref: '#/definitions/base' }] } },
    _links: { self, ...links },
  };
}

/**
 * The schema of the users of a type as it is answered.
 *
 * @param schema - the schema
 * @param type - the user type
 * @param place - origin of the links
 * @returns the JSON
 */
export function userSchemaView(schema: Schema, type: UserType, place: Place) {
  const link = { rel: 'type', href: `${place.origin}/api/v1/meta/types/user/${type.id}`, method: 'GET' };
  const { title = type.displayName } = schema;
  const heading = { path: `user/${schema.id}`, name: type.name, title, links: { type: link } };
  return schemaView(schema, { ...heading, description: schema.description }, place);
}

/**
 * The schema of groups as it is answered.
 *
 * @param schema - the schema
 * @param place - origin of the links
 * @returns the JSON
 */
export function groupSchemaView(schema: Schema, place: Place) {
  const { title = 'Okta group', description = 'Okta Group Profile Template' } = schema;
  return schemaView(schema, { path: 'group/default', name: 'group', title, description }, place);
}

/**
 * The schema of the users of an app as it is answered.
 *
 * @param schema - the schema
 * @param app - the app
 * @param place - origin of the links
 * @returns the JSON
 */
export function appUserSchemaView(schema: Schema, app: App, place: Place) {
  const { title = `${app.label} User` } = schema;
  return schemaView(schema, { path: `apps/${app.id}/default`, name: app.name, title }, place);
}
