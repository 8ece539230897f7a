import type { YamlPath } from '../../yaml/read-yaml.js';
import { isObject } from '../org/json.js';
import type { Seed, SeedApp, SeedAuthorizationServer, SeedDevice, SeedGroup, SeedUser } from '../seed/seed.js';

/** What is wrong with a file, and where. */
export interface Flaw {
  readonly path: YamlPath;
  readonly reason: string;
}

/** Finds the first thing that is wrong with a value. */
type Shape = (value: unknown, path: YamlPath) => Flaw | undefined;

const text: Shape = (value, path) => (typeof value === 'string' ? undefined : { path, reason: 'should be a text' });
const object: Shape = (value, path) => (isObject(value) ? undefined : { path, reason: 'should be an object' });

function oneOf(...texts: readonly string[]): Shape {
  return (value, path) =>
    texts.some((one) => one === value) ? undefined : { path, reason: `should be one of ${texts.join(', ')}` };
}

function listOf(element: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return { path, reason: 'should be a list' };
    for (const [i, one] of value.entries()) {
      const flaw = element(one, [...path, i]);
      if (flaw) return flaw;
    }
    return undefined;
  };
}

function members<T>(shapes: Readonly<Record<keyof T & string, Shape>>, ...required: (keyof T & string)[]): Shape {
  return (value, path) => {
    if (!isObject(value)) return object(value, path);
    for (const [name, member] of Object.entries(value)) {
      const shape = Object.entries(shapes).find(([known]) => known === name)?.[1];
      if (!(shape instanceof Function)) return unknownMember([...path, name], Object.keys(shapes));
      const flaw = shape(member, [...path, name]);
      if (flaw) return flaw;
    }
    const missing = required.find((name) => !Object.hasOwn(value, name));
    return missing === undefined ? undefined : { path, reason: `lacks '${missing}'` };
  };
}

function unknownMember(path: YamlPath, known: readonly string[]): Flaw {
  return { path, reason: `is not known; known are ${known.join(', ')}` };
}

const attributes: Shape = (value, path) =>
  object(value, path) ??
  Object.entries(isObject(value) ? value : {})
    .map(([name, one]) => object(one, [...path, name]))
    .find((flaw) => flaw);

const user = members<Required<SeedUser>>(
  {
    id: text,
    status: oneOf(
      'STAGED',
      'PROVISIONED',
      'ACTIVE',
      'RECOVERY',
      'PASSWORD_EXPIRED',
      'LOCKED_OUT',
      'SUSPENDED',
      'DEPROVISIONED',
    ),
    profile: object,
    credentials: object,
  },
  'profile',
);
const group = members<Required<SeedGroup>>(
  { id: text, type: oneOf('OKTA_GROUP', 'APP_GROUP'), profile: object, members: listOf(text) },
  'profile',
);
const app = members<Required<SeedApp>>(
  {
    id: text,
    app: object,
    users: listOf(text),
    groups: listOf(text),
    grants: listOf(text),
    roles: listOf(text),
    refreshTokens: listOf(object),
  },
  'app',
);

const authorizationServer = members<Required<SeedAuthorizationServer>>({
  id: text,
  server: object,
  scopes: listOf(object),
  claims: listOf(object),
  clients: listOf(text),
});

const device = members<Required<SeedDevice>>(
  { id: text, status: oneOf('ACTIVE', 'SUSPENDED', 'DEACTIVATED'), profile: object, users: listOf(text) },
  'profile',
);

/** Everything that a seed may hold. */
export const seedShape = members<Required<Seed>>({
  subdomain: text,
  token: text,
  owner: object,
  userAttributes: attributes,
  groupAttributes: attributes,
  users: listOf(user),
  groups: listOf(group),
  apps: listOf(app),
  devices: listOf(device),
  authorizationServers: listOf(authorizationServer),
});
