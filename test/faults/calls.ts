import type { Client } from '../../src/client.js';
import { type Chance, pick } from './chance.js';

/** What calls know of each other: things that are there, as far as anybody was told. */
export interface World {
  readonly client: Client;
  readonly chance: Chance;
  /** User ids with their logins. */
  readonly users: Map<string, string>;
  /** App ids with their labels. */
  readonly apps: Map<string, string>;
  /** What each creating call was told, by the name it gave: `true` for success. */
  readonly created: Map<string, boolean>;
  /** Labels of apps that a call began to delete, with whether it was told that they are gone. */
  readonly deleted: Map<string, boolean>;
  /** Answers that belonged to another call. */
  readonly mixedUp: string[];
}

const OPTIONS = { cache: false } as const;

/** One call, or a few that belong together; `name` is unique. */
type Act = (world: World, name: string) => Promise<unknown>;

async function createUser({ client, users, created, mixedUp }: World, name: string): Promise<void> {
  const login = `${name}@example.com`;
  created.set(login, false);
  const profile = { login, email: login, firstName: 'Ada', lastName: name };
  const user = await client.userApi.createUser({ body: { profile } }, OPTIONS);
  created.set(login, true);
  if (user.profile?.login !== login) mixedUp.push(name);
  users.set(user.id ?? '', login);
}

async function createApp({ client, apps, created, mixedUp }: World, label: string): Promise<void> {
  created.set(label, false);
  const application = { name: 'bookmark', label, signOnMode: 'BOOKMARK', settings: { app: { url: 'https://a.test' } } };
  const app = await client.applicationApi.createApplication({ application } as never, OPTIONS);
  created.set(label, true);
  if (app.label !== label) mixedUp.push(label);
  apps.set(app.id ?? '', label);
}

async function deleteApp(world: World, name: string): Promise<void> {
  const { client, apps, deleted } = world;
  const [appId, label] = any(apps, world.chance) ?? [];
  if (appId === undefined || label === undefined) return createApp(world, name);
  apps.delete(appId);
  deleted.set(label, false);
  await client.applicationApi.deactivateApplication({ appId }, OPTIONS);
  await client.applicationApi.deleteApplication({ appId }, OPTIONS);
  deleted.set(label, true);
}

async function readUser(world: World, name: string): Promise<void> {
  const { client, users, mixedUp } = world;
  const [userId, login] = any(users, world.chance) ?? [];
  if (userId === undefined) return createUser(world, name);
  const user = await client.userApi.getUser({ userId }, OPTIONS);
  if (user.id !== userId || user.profile?.login !== login) mixedUp.push(name);
}

async function listUsers({ client, mixedUp }: World, name: string): Promise<void> {
  const users = client.userApi.listUsers({ limit: 20 }, OPTIONS);
  const seen = new Set<string | undefined>();
  for await (const { id } of users) {
    if (seen.has(id)) mixedUp.push(name);
    seen.add(id);
    if (seen.size === 30) return;
  }
}

async function changeUser(world: World, name: string): Promise<void> {
  const { client, users, mixedUp } = world;
  const [userId, login] = any(users, world.chance) ?? [];
  if (userId === undefined) return createUser(world, name);
  const user = await client.userApi.updateUser({ userId, user: { profile: { nickName: name } } }, OPTIONS);
  if (user.id !== userId || user.profile?.login !== login) mixedUp.push(name);
}

async function replaceUser(world: World, name: string): Promise<void> {
  const { client, users, mixedUp } = world;
  const [userId, login = ''] = any(users, world.chance) ?? [];
  if (userId === undefined) return createUser(world, name);
  const profile = { login, email: login, firstName: 'Ada', lastName: name };
  const user = await client.userApi.replaceUser({ userId, user: { profile } }, OPTIONS);
  if (user.id !== userId) mixedUp.push(name);
}

const acts = { createUser, createApp, deleteApp, readUser, listUsers, changeUser, replaceUser } satisfies Readonly<
  Record<string, Act>
>;
const weights = {
  createUser: 20,
  createApp: 15,
  deleteApp: 10,
  readUser: 25,
  listUsers: 5,
  changeUser: 15,
  replaceUser: 10,
};

/** Something known, by chance. */
function any(known: ReadonlyMap<string, string>, chance: Chance): [string, string] | undefined {
  return [...known][Math.floor(chance() * known.size)];
}

/**
 * @param world - what is there
 * @param name - unique
 * @returns what a caller chosen by chance does
 */
export function act(world: World, name: string): Promise<unknown> {
  return acts[pick(weights, world.chance)](world, name);
}
