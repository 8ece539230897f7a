import { findOauthClient } from '../apps/find-client.js';
import type { Call, Handlers } from '../call.js';
import { appTarget } from '../log/targets.js';
import { clientSecretHandlers, type SecretOwner } from './client-secret-handlers.js';

const handlers = clientSecretHandlers(ownerIn);

function ownerIn(call: Call): SecretOwner {
  const app = findOauthClient(call);
  return {
    id: app.id,
    secrets: `${call.origin}/api/v1/apps/${app.id}/credentials/secrets`,
    target: appTarget(app),
  };
}

/** Secrets of OIDC clients. */
export const appSecrets: Handlers = {
  listOAuth2ClientSecrets: handlers.list,
  getOAuth2ClientSecret: handlers.get,
  createOAuth2ClientSecret: handlers.create,
  deleteOAuth2ClientSecret: handlers.delete,
  activateOAuth2ClientSecret: handlers.activate,
  deactivateOAuth2ClientSecret: handlers.deactivate,
};
