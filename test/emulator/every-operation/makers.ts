import { isObject } from '../../../src/emulator/org/json.js';
import { operations } from './operations.js';
import type { Caller } from './prepare.js';

/**
 * How an item of a path comes about: created by the operation that creates it, found in its list, or just named as the
 * documentation does; by a function where none of that works.
 */
export type Maker =
  | { readonly how: 'create' | 'find'; readonly key?: string }
  /** Created, and then found under the name that the documentation shows. */
  | { readonly how: 'create as shown' | 'shown' }
  | MakerFunction;

type MakerFunction = (caller: Caller, list: string) => Promise<string>;

/** Where something is found whose id begins like this; lists of the org only. */
export const SHAPES: Readonly<Record<string, string>> = {
  '00u': '/api/v1/users/{}',
  '00g': '/api/v1/groups/{}',
  '0oa': '/api/v1/apps/{}',
  '00p': '/api/v1/policies/{}',
  rst: '/api/v1/policies/{}',
  oty: '/api/v1/meta/types/user/{}',
  bnd: '/api/v1/brands/{}',
  aus: '/api/v1/authorizationServers/{}',
  aut: '/api/v1/authenticators/{}',
  nzo: '/api/v1/zones/{}',
  wlp: '/workload-principals/api/v1/ai-agents/{}',
  iam: '/api/v1/iam/resource-sets/{}',
  cr0: '/api/v1/iam/roles/{}',
  cal: '/api/v1/inlineHooks/{}',
  guo: '/api/v1/realms/{}',
  rul: '/api/v1/realm-assignments/{}',
  ppc: '/api/v1/push-providers/{}',
  cap: '/api/v1/captchas/{}',
  lae: '/webauthn-registration/api/v1/users/{}/enrollments/{}',
};

/** What is created where the documentation shows a second thing of a kind. */
export const SECOND: Readonly<Record<string, { readonly list: string; readonly body: object }>> = {
  '00u': { list: '/api/v1/users', body: { profile: profileOf('grace') } },
  '00g': { list: '/api/v1/groups', body: { profile: { name: 'Second group' } } },
  '0oa': {
    list: '/api/v1/apps',
    body: {
      name: 'bookmark',
      label: 'Second',
      signOnMode: 'BOOKMARK',
      settings: { app: { url: 'https://example.com' } },
    },
  },
  aus: { list: '/api/v1/authorizationServers', body: { name: 'Second', audiences: ['api://second'] } },
};

function profileOf(name: string): object {
  const email = `${name}@example.com`;
  return { login: email, email, firstName: name, lastName: 'Hopper' };
}

/** Items that are not created by a POST that answers with their `id`. */
export const MADE_SO: Readonly<Record<string, Maker>> = {
  '/api/v1/apps/{}/credentials/keys/{}': generatedKey,
  '/api/v1/apps/{}/interclient-allowed-apps/{}': { how: 'create as shown' },
  '/api/v1/users/{}/roles/{}/targets/groups/{}': { how: 'shown' },
  '/api/v1/groups/{}/roles/{}/targets/groups/{}': { how: 'shown' },
  '/oauth2/v1/clients/{}/roles/{}/targets/groups/{}': { how: 'shown' },
  '/api/v1/users/{}/roles/{}/targets/catalog/apps/{}/{}': { how: 'shown' },
  '/api/v1/groups/{}/roles/{}/targets/catalog/apps/{}/{}': { how: 'shown' },
  '/oauth2/v1/clients/{}/roles/{}/targets/catalog/apps/{}/{}': { how: 'shown' },
  '/api/v1/users/{}/roles/{}/targets/catalog/apps/{}': { how: 'shown' },
  '/api/v1/groups/{}/roles/{}/targets/catalog/apps/{}': { how: 'shown' },
  '/oauth2/v1/clients/{}/roles/{}/targets/catalog/apps/{}': { how: 'shown' },
  '/api/v1/apps/{}/features/{}': { how: 'find', key: 'name' },
  '/api/v1/idps/{}/credentials/keys/{}': generatedKey,
  '/api/v1/idps/credentials/keys/{}': { how: 'create', key: 'kid' },
  '/api/v1/authorizationServers/{}/credentials/keys/{}': { how: 'find', key: 'kid' },
  '/api/v1/brands/{}/templates/email/{}': { how: 'find', key: 'name' },
  '/api/v1/iam/roles/{}/permissions/{}': { how: 'find', key: 'label' },
  '/api/v1/roles/{}/subscriptions/{}': { how: 'find', key: 'notificationType' },
  '/api/v1/users/{}/subscriptions/{}': { how: 'find', key: 'notificationType' },
  '/api/v1/org/contacts/{}': { how: 'find', key: 'contactType' },
  '/api/v1/org/privacy/oktaSupport/cases/{}': { how: 'find', key: 'caseNumber' },
  '/api/v1/dr/status/{}': { how: 'find', key: 'domain' },
  '/api/v1/directories/{}/groups/{}/query/{}': { how: 'create', key: 'resultId' },
  '/api/v1/identity-sources/{}/users/{}': { how: 'create as shown' },
  '/api/v1/identity-sources/{}/groups/{}': { how: 'create', key: 'externalId' },
  '/api/v1/identity-sources/{}/groups/{}/membership/{}': { how: 'create as shown' },
  '/api/v1/meta/schemas/user/linkedObjects/{}': { how: 'create as shown' },
  '/api/v1/authenticators/{}/aaguids/{}': { how: 'create', key: 'aaguid' },
  '/api/v1/authenticators/{}/methods/{}': { how: 'find', key: 'type' },
  '/api/v1/meta/schemas/logStream/{}': { how: 'shown' },
  '/api/v1/iam/resource-sets/{}/bindings/{}': { how: 'create as shown' },
  '/api/v1/authorizationServers/{}/associatedServers/{}': { how: 'create as shown' },
  '/workload-principals/api/v1/ai-agents/{}': registeredAgent,
  '/workload-principals/api/v1/operations/{}': operationOfAgent,
  '/webauthn-registration/api/v1/users/{}/enrollments/{}': preregistration,
};

async function generatedKey({ client }: Caller, list: string): Promise<string> {
  const { body } = await client.send('POST', `${list}/generate?validityYears=2`);
  return String(Object(body).kid);
}

/** Registering answers nothing but where the operation is found that tells of it. */
async function registeredAgent(caller: Caller): Promise<string> {
  const operation = await operationOfAgent(caller);
  const { body } = await caller.client.get(`/workload-principals/api/v1/operations/${operation}`);
  return String(isObject(body) && isObject(body['resource']) ? body['resource']['id'] : '');
}

async function operationOfAgent({ client }: Caller): Promise<string> {
  const { headers } = await client.post('/workload-principals/api/v1/ai-agents', { profile: { name: 'Order desk' } });
  return headers.get('location')?.split('/').at(-1) ?? '';
}

async function preregistration(caller: Caller): Promise<string> {
  const enroll = operations.get('enrollPreregistrationEnrollment');
  const { body } = enroll ? await caller.call(enroll) : { body: undefined };
  const [{ authenticatorEnrollmentId = '' } = {}] = Object(body).credRequests ?? [];
  return String(authenticatorEnrollmentId);
}
