import { ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { APP, type App } from '../apps/app.js';
import { bodyOf, optionalBodyOf } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { invalidateRules } from '../group-rules/invalidate-rules.js';
import type { Org } from '../org/org.js';
import { appUserSchema } from '../schema/app-user-schema.js';
import type { Schema } from '../schema/attribute.js';
import { changedSchema, strippedOf } from '../schema/change-schema.js';
import { appUserSchemaView, groupSchemaView, userSchemaView } from '../schema/schema-view.js';
import { indexUniqueValues } from '../schema/unique-values.js';
import type { UserType } from '../users/user-type.js';

const getUserSchema: Handler = (call) => {
  const { type, schema } = userSchemaIn(call);
  return ok(userSchemaView(schema, type, call));
};

const updateUserProfile: Handler = (call) => {
  const { org } = call;
  const { type, schema: before } = userSchemaIn(call);
  const { schema, removed } = changedSchema(org, before, bodyOf(call));
  const users = [...org.users.values()].filter((user) => user.type.id === type.id);
  const stripped = users.map((user) => ({ ...user, profile: strippedOf(user.profile, removed) }));
  indexUniqueValues(org, schema, stripped);
  for (const user of removed.length > 0 ? stripped : []) org.users.set(user.id, user);
  save(call, schema, 'directory.user_profile.update');
  if (removed.length > 0) invalidateRules(org);
  return ok(userSchemaView(schema, type, call));
};

function userSchemaIn(call: Call): { type: UserType; schema: Schema } {
  const id = pathMember(call, 'schemaId');
  const { userTypes, schemas, facts } = call.org;
  const type = [...userTypes.values()].find((other) =>
    id === 'default' ? other.id === facts.userTypeId : other.schemaId === id,
  );
  const schema = type && schemas.get(type.schemaId);
  if (type === undefined || schema === undefined) throw notFound(id, 'Schema');
  return { type, schema };
}

function save(
  { org, record }: Call,
  schema: Schema,
  event: 'directory.user_profile.update' | 'directory.app_user_profile.update',
) {
  org.schemas.set(schema.id, schema);
  record(event, [{ id: schema.id, type: 'Schema', alternateId: 'unknown', displayName: schema.title ?? schema.id }]);
}

const getGroupSchema: Handler = (call) => ok(groupSchemaView(groupSchema(call.org), call));

const updateGroupSchema: Handler = (call) => {
  const { org } = call;
  const { schema, removed } = changedSchema(org, groupSchema(org), optionalBodyOf(call));
  for (const group of removed.length > 0 ? [...org.groups.values()] : []) {
    org.groups.set(group.id, { ...group, profile: strippedOf(group.profile, removed) });
  }
  save(call, schema, 'directory.user_profile.update');
  return ok(groupSchemaView(schema, call));
};

function groupSchema({ schemas, facts }: Org): Schema {
  const schema = schemas.get(facts.groupSchemaId);
  if (schema === undefined) throw new Error('The org has no group schema');
  return schema;
}

const getApplicationUserSchema: Handler = (call) => {
  const app = appIn(call);
  return ok(appUserSchemaView(appUserSchema(call.org, app), app, call));
};

const updateApplicationUserProfile: Handler = (call) => {
  const { org } = call;
  const app = appIn(call);
  const { schema, removed } = changedSchema(org, appUserSchema(org, app), optionalBodyOf(call));
  for (const appUser of removed.length > 0 ? [...org.appUsers.values(app.id)] : []) {
    org.appUsers.set(app.id, appUser.id, { ...appUser, profile: strippedOf(appUser.profile, removed) });
  }
  save(call, schema, 'directory.app_user_profile.update');
  return ok(appUserSchemaView(schema, app, call));
};

function appIn(call: Call): App {
  const id = pathMember(call, 'appInstanceId');
  const app = call.org.apps.get(id);
  if (app === undefined) throw notFound(id, APP);
  return app;
}

/** Which attributes profiles have. */
export const schemas: Handlers = {
  getUserSchema,
  updateUserProfile,
  getGroupSchema,
  updateGroupSchema,
  getApplicationUserSchema,
  updateApplicationUserProfile,
};
