import { noContent, ok } from '../answers/answer.js';
import { BLANK, invalid } from '../answers/fault.js';
import {
  type ApiService,
  apiServiceHref,
  apiServiceTarget,
  apiServiceView,
  findApiService,
  hiddenSecretView,
} from '../api-services/api-service.js';
import { addSecret, dropSecrets } from '../apps/client-secrets.js';
import { bodyOf, objectIn, textIn, textsIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { nowIn } from '../org/org.js';
import { listById } from '../paging/list-by-id.js';
import { clientSecretHandlers, type SecretOwner } from './client-secret-handlers.js';

const listApiServiceIntegrationInstances: Handler = (call) => {
  const { apiServices } = call.org;
  return listById(call, {
    list: 'apiServices',
    itemsAfter: (after) => apiServices.values({ after }),
    exists: (id) => apiServices.get(id) !== undefined,
    view: (service) => apiServiceView(service, call.origin),
  });
};

const getApiServiceIntegrationInstance: Handler = (call) => ok(apiServiceView(findApiService(call), call.origin));

const createApiServiceIntegrationInstance: Handler = (call) => {
  const service = serviceFrom(call);
  call.org.apiServices.set(service.id, service);
  const { secret } = addSecret(call.org, service, {});
  call.record('app.oauth2.client.lifecycle.create', [apiServiceTarget(service)]);
  return { status: 201, body: { ...apiServiceView(service, call.origin), clientSecret: secret } };
};

function serviceFrom(call: Call): ApiService {
  const body = bodyOf(call);
  const type = textIn(body, 'type') ?? '';
  if (type === '') throw invalid('type', BLANK);
  const grantedScopes = textsIn(body, 'grantedScopes');
  if (grantedScopes.length === 0) throw invalid('grantedScopes', BLANK);
  const properties = objectIn(body, 'properties');
  const createdBy = call.caller.user?.id ?? call.caller.app?.id ?? '';
  const times = { createdAt: nowIn(call.org), createdBy };
  return { id: call.org.ids.next('0oa'), type, grantedScopes, ...(properties && { properties }), ...times };
}

const deleteApiServiceIntegrationInstance: Handler = (call) => {
  const service = findApiService(call);
  dropSecrets(call.org, service);
  call.org.apiServices.delete(service.id);
  call.record('app.oauth2.client.lifecycle.delete', [apiServiceTarget(service)]);
  return noContent();
};

const secrets = clientSecretHandlers(ownerIn, hiddenSecretView);

function ownerIn(call: Call): SecretOwner {
  const service = findApiService(call);
  return {
    id: service.id,
    secrets: `${apiServiceHref(service, call.origin)}/credentials/secrets`,
    target: apiServiceTarget(service),
  };
}

/** Services of others that may call Okta's API, and their secrets. */
export const apiServices: Handlers = {
  listApiServiceIntegrationInstances,
  getApiServiceIntegrationInstance,
  createApiServiceIntegrationInstance,
  deleteApiServiceIntegrationInstance,
  listApiServiceIntegrationInstanceSecrets: secrets.list,
  createApiServiceIntegrationInstanceSecret: secrets.create,
  deleteApiServiceIntegrationInstanceSecret: secrets.delete,
  activateApiServiceIntegrationInstanceSecret: secrets.activate,
  deactivateApiServiceIntegrationInstanceSecret: secrets.deactivate,
};
