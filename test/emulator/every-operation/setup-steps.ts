import { isObject } from '../../../src/emulator/org/json.js';
import type { Client, Reply } from '../client.js';
import { certificateFor, readSigningRequest } from '../signing-requests.js';
import { type Operation, operations } from './operations.js';
import type { Prepared, Step } from './setup.js';
import { ada, FIRST_GROUP, org2org, password, SECOND_GROUP, userWithPassword } from './setup-bodies.js';
import { SEEDED } from './world.js';

/** A session token is only had by signing in. */
export async function signIn(client: Client): Promise<Prepared> {
  await client.post('/api/v1/users', userWithPassword);
  const { body } = await client.post('/api/v1/authn', { username: ada.login, password: password.value });
  const createSessionRequest = { sessionToken: String(Object(body).sessionToken) };
  return { request: { createSessionRequest }, bodies: { '/api/v1/sessions': createSessionRequest } };
}

/** All apps of the org sign with the same key. */
export async function signingKey(client: Client): Promise<Prepared> {
  const keys = await client.get(`/api/v1/apps/${SEEDED.appId}/credentials/keys`);
  return { request: { kid: String(Object(elementsOf(keys)[0]).kid) } };
}

/** Every org has some authenticators from the start. */
export const authenticatorOf =
  (key: string) =>
  async (client: Client): Promise<Prepared> => {
    const all = elementsOf(await client.get('/api/v1/authenticators'));
    const authenticatorId = String(all.find((one) => one['key'] === key)?.['id']);
    const authenticator = { authenticatorId, profile: { phoneNumber: '+15551234567' } };
    return { path: { authenticatorId }, request: { authenticator } };
  };

function elementsOf({ body }: Reply): readonly Record<string, unknown>[] {
  return Array.isArray(body) ? body : [];
}

/** There is one stream, and most operations want its id. */
export async function stream(client: Client, { request }: Operation): Promise<Prepared> {
  const { body } = await client.post('/api/v1/ssf/stream', operations.get('createSsfStream')?.request['instance']);
  const streamId = String(Object(body).stream_id);
  return { request: { streamId, instance: { ...Object(request['instance']), stream_id: streamId } } };
}

/** The public part of a hook key has an id of its own. */
export async function hookKey(client: Client): Promise<Prepared> {
  const { body } = await client.post('/api/v1/hook-keys', { name: 'Shop' });
  return { path: { keyId: String(Object(body).keyId) } };
}

/** Ten wrong passwords lock a user out. */
export async function lockedUser(client: Client): Promise<Prepared> {
  const { body } = await client.post('/api/v1/users', userWithPassword);
  for (let tries = 0; tries < 10; tries++) {
    await client.post('/api/v1/authn', { username: ada.login, password: 'wrong' });
  }
  return { path: { userId: String(Object(body).id) } };
}

/** An app that takes the users that Okta sends it. */
export async function provisionedApp(client: Client): Promise<Prepared> {
  const { body } = await client.post('/api/v1/apps', org2org);
  const appId = String(Object(body).id);
  const profile = { authScheme: 'TOKEN', token: 'vE6v1vS0d2gqkxbH3xPmBtnR5yTfZq8w' };
  await client.post(`/api/v1/apps/${appId}/connections/default?activate=true`, { profile });
  return { path: { appId } };
}

/** The last target of a role cannot be removed. */
export function bothGroups(operation: string, member: string): readonly Step[] {
  return [FIRST_GROUP, SECOND_GROUP].map((id) => [operation, { [member]: id }] as const);
}

/** The same with apps. */
export function bothApps(operation: string): readonly Step[] {
  return ['bookmark', 'saasure'].map((appName) => [operation, { appName }] as const);
}

/** A key is cloned from one identity provider to another. */
export async function secondIdentityProvider(client: Client): Promise<Prepared> {
  const shown = Object(operations.get('createIdentityProvider')?.request['identityProvider']);
  const { body } = await client.post('/api/v1/idps', { ...shown, name: 'Second' });
  return { request: { targetIdpId: String(Object(body).id) } };
}

/** Temporary access codes need their authenticator. */
export async function passcodeAuthenticator(client: Client): Promise<Prepared> {
  const { body } = await client.post('/api/v1/authenticators', { key: 'tac', name: 'Temporary Access Code' });
  const authenticator = { authenticatorId: String(Object(body).id), profile: { multiUse: false, ttl: '120' } };
  return { request: { authenticator } };
}

/** An enrollment has an id of its own. */
export async function enrollment(client: Client): Promise<Prepared> {
  const { request } = await authenticatorOf('phone_number')(client);
  const path = `/api/v1/users/${SEEDED.userId}/authenticator-enrollments/phone`;
  const { body } = await client.post(path, request?.['authenticator']);
  return { path: { userId: SEEDED.userId, enrollmentId: String(Object(body).id) } };
}

/** What is mapped to a policy that collects signals of devices is another policy. */
export async function signalCollection(client: Client): Promise<Prepared> {
  const { body } = await client.post('/api/v1/policies', { type: 'DEVICE_SIGNAL_COLLECTION', name: 'Signals' });
  const policyId = String(Object(body).id);
  const [access] = elementsOf(await client.get('/api/v1/policies?type=ACCESS_POLICY'));
  const resource = { resourceId: access?.['id'], resourceType: 'ACCESS_POLICY' };
  const mapping = await client.post(`/api/v1/policies/${policyId}/mappings`, resource);
  const mappingId = String(Object(mapping.body).id);
  return { path: { policyId, mappingId }, request: { policyMappingRequest: resource } };
}

/** A factor that waits for the code that was sent to the user. */
export async function pendingFactor(client: Client): Promise<Prepared> {
  const factorId = await enrolled(client, operations.get('enrollFactor')?.request['body']);
  const { passCode } = client.emulator.outbox().at(-1) ?? {};
  return { path: { userId: SEEDED.userId, factorId }, request: { body: { passCode } } };
}

/** A question that waits on a device of the user. */
export async function askedDevice(client: Client): Promise<Prepared> {
  const factorId = await enrolled(client, { factorType: 'push', provider: 'OKTA' });
  client.emulator.answerPush(SEEDED.userId, 'approve');
  const { body } = await client.post(`${FACTORS}/${factorId}/verify`);
  const transactionId = String(Object(body)._links.poll.href).split('/').at(-1) ?? '';
  return { path: { userId: SEEDED.userId, factorId, transactionId } };
}

const FACTORS = `/api/v1/users/${SEEDED.userId}/factors`;

async function enrolled(client: Client, factor: unknown): Promise<string> {
  const { body } = await client.post(FACTORS, factor);
  return String(Object(body).id);
}

/** What created the owner of signing keys. */
const CREATED_BY = { '/api/v1/apps': 'createApplication', '/api/v1/idps': 'createIdentityProvider' } as const;

/** An authority certified the key of a request. */
export const certified =
  (list: keyof typeof CREATED_BY, member: string) =>
  async (client: Client): Promise<Prepared> => {
    const { request } = operations.get(CREATED_BY[list]) ?? {};
    const owner = await client.post(list, Object.values(request ?? {}).find(isObject));
    const ownerId = String(Object(owner.body).id);
    const credentials = `${list}/${ownerId}/credentials`;
    const made = await client.post(
      `${credentials}/csrs`,
      operations.get('generateCsrForApplication')?.request['metadata'],
    );
    const other = await client.post(`${credentials}/keys/generate?validityYears=2`);
    const { publicKey } = readSigningRequest(Object(made.body).csr);
    const data = certificateFor(Object(other.body).x5c[0], publicKey);
    return { path: { [member]: ownerId, csrId: Object(made.body).id }, request: { body: { name: 'shop.cer', data } } };
  };
