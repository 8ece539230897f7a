import { type Clock, systemClock } from '../../clock.js';
import { addAgentPool } from '../agent-pools/agent-pool.js';
import { buildApp } from '../apps/build-app.js';
import { addSeededAuthenticators } from '../authenticators/authenticator-store.js';
import { addDefaultServer } from '../authorization-servers/default-server.js';
import { addDefaultBrand } from '../brands/brand.js';
import { addFeatures } from '../features/feature.js';
import { addGroup } from '../groups/group-store.js';
import { joinGroup } from '../groups/membership.js';
import { createKeyPairs } from '../oauth/key-pairs.js';
import { addSigningKey, ORG_SERVER } from '../oauth/signing-keys.js';
import type { EmulatorOptions } from '../options.js';
import { ALPHANUMERIC, BASE64URL, type Chance, givenChance, randomText, seededChance } from '../org/chance.js';
import { Ids } from '../org/ids.js';
import { createOrg, nowIn, type Org, type OrgFacts } from '../org/org.js';
import { standardRole } from '../roles/assign-role.js';
import { schemaFrom } from '../schema/attribute.js';
import { groupAttributes, userAttributes } from '../schema/base-attributes.js';
import { silently } from '../transaction.js';
import { createUser } from '../users/create-user.js';
import { ADMINISTRATORS, builtInApps, EVERYONE } from './built-in.js';
import type { Seed } from './seed.js';
import { seedDirectory } from './seed-directory.js';
import { assignBuiltInApps, seedPolicies } from './seed-policies.js';
import { seedResources } from './seed-resources.js';
import { seedSecurity } from './seed-security.js';

const SUBDOMAIN = 'emulator';
const SECRET_LENGTH = 40;
const KEY_ID_LENGTH = 43;
/** Keeps what requests draw apart from what resources draw. */
const REQUESTS = 0x5eed;

/** An org with everything in it, and the secret of its token. */
export interface SeededOrg {
  readonly org: Org;
  readonly token: string;
}

/**
 * Makes the org that an emulator starts with.
 *
 * @param options - of the emulator
 * @returns the org
 * @throws OktaError `OKTA_EMULATOR_SEED` if the seed breaks a rule of the service
 */
export function seedOrg(options: EmulatorOptions): SeededOrg {
  const { seed = {} } = options;
  const org = emptyOrg(options);
  addSchemas(org, seed);
  addGroup(org, EVERYONE, { type: 'BUILT_IN', id: org.facts.everyoneId });
  addSeededAuthenticators(org);
  seedPolicies(org);
  seedSecurity(org);
  const token = addOwner(org, seed);
  addSigningKey(org, ORG_SERVER, 'ACTIVE');
  addDefaultServer(org);
  for (const body of builtInApps) {
    const app = { ...buildApp(org, body), builtIn: true as const };
    org.apps.set(app.id, app);
  }
  assignBuiltInApps(org);
  addDefaultBrand(org);
  addFeatures(org);
  addAgentPool(org);
  seedDirectory(org);
  seedResources(org, seed);
  return { org, token };
}

/**
 * @param options - of the emulator
 * @returns an org without anything in it
 */
export function emptyOrg({
  seed = {},
  clock = systemClock,
  random,
  randomSeed = 1,
  ids,
  pageSize,
}: EmulatorOptions): Org {
  const chance = random ? givenChance(random) : seededChance(randomSeed);
  const requestChance = random ? chance : seededChance(randomSeed ^ REQUESTS);
  const maker = new Ids(random ? chance : seededChance(~randomSeed), ids);
  const facts = factsFor(maker, chance, seed);
  const ownClock: Clock = {
    now: () => clock.now(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
    random: () => chance.next(),
  };
  const keyPairs = createKeyPairs();
  return createOrg({ clock: ownClock, ids: maker, chance, requestChance, facts, options: { pageSize }, keyPairs });
}

function factsFor(ids: Ids, chance: Chance, { subdomain = SUBDOMAIN }: Seed): OrgFacts {
  return {
    id: ids.next('00o'),
    subdomain,
    everyoneId: ids.next('00g'),
    userTypeId: ids.next('oty'),
    groupSchemaId: ids.next('osc'),
    keyId: randomText(chance, KEY_ID_LENGTH, BASE64URL),
  };
}

function addSchemas(org: Org, { userAttributes: users = {}, groupAttributes: groups = {} }: Seed): void {
  const { userTypeId: id, groupSchemaId } = org.facts;
  const now = nowIn(org);
  const times = { created: now, lastUpdated: now };
  // As recorded: a user type and its schema differ in the prefix of their ids only.
  const schemaId = `osc${id.slice('oty'.length)}`;
  org.userTypes.set(id, { id, schemaId, name: 'user', displayName: 'User', default: true, ...times });
  org.schemas.set(schemaId, schemaFrom({ id: schemaId, ...times, base: userAttributes, custom: users }));
  org.schemas.set(groupSchemaId, schemaFrom({ id: groupSchemaId, ...times, base: groupAttributes, custom: groups }));
}

/** Gives the secret of the token. */
function addOwner(org: Org, { owner, token }: Seed): string {
  const login = `admin@${org.facts.subdomain}.okta.test`;
  const profile = { login, email: login, firstName: 'Emulator', lastName: 'Admin', ...owner };
  const credentials = { password: { value: 'Secret0fTheTokenOwner' } };
  const user = createUser(org, { profile, credentials }, { activate: true, provider: false, expire: false });
  const administrators = addGroup(org, ADMINISTRATORS, { type: 'BUILT_IN' });
  for (const groupId of [org.facts.everyoneId, administrators.id]) joinGroup(silently(org), groupId, user);
  const secret = token ?? `00${randomText(org.chance, SECRET_LENGTH, ALPHANUMERIC)}`;
  standardRole(org, { type: 'USER', id: user.id }, 'SUPER_ADMIN');
  const times = { created: nowIn(org), lastUpdated: nowIn(org) };
  org.apiTokens.set(secret, { id: org.ids.next('00T'), userId: user.id, name: 'Emulator', ...times });
  return secret;
}
