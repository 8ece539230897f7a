import type { Json } from './user-shapes.js';

const APP = [
  'id',
  'name',
  'label',
  'created',
  'lastUpdated',
  'status',
  'features',
  'signOnMode',
  'accessibility',
  'visibility',
  'credentials',
  'settings',
  'links',
  'embedded',
] as const;
const APP_USER = [
  'id',
  'externalId',
  'created',
  'lastUpdated',
  'scope',
  'status',
  'statusChanged',
  'passwordChanged',
  'syncState',
  'lastSync',
  'credentials',
  'profile',
  'links',
] as const;
const APP_GROUP = ['id', 'lastUpdated', 'priority', 'links'] as const;

/** Makes the objects that the functions for apps take. What is empty or missing is left out. */
export const appShapes = {
  /** An app: id, name, label, created, lastUpdated, status, features, signOnMode, accessibility, visibility, … */
  constructAppModel: (...values: readonly unknown[]): Json => named(APP, values),
  /** An app user: id, externalId, created, lastUpdated, scope, status, …, credentials, profile, links. */
  constructAppUserModel: (...values: readonly unknown[]): Json => named(APP_USER, values),
  /** A group assignment: id, lastUpdated, priority, links. */
  constructAppGroupModel: (...values: readonly unknown[]): Json => named(APP_GROUP, values),
};

function named(names: readonly string[], values: readonly unknown[]): Json {
  const pairs = names.map((name, index) => [name, values[index]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => Boolean(value)));
}
