import { noContent, ok } from '../answers/answer.js';
import type { Client, ClientSecret, CredentialStatus } from '../apps/client-credentials.js';
import { addSecret, dropSecret, findSecret, moveSecret, secretView } from '../apps/client-secrets.js';
import { optionalBodyOf, textIn } from '../body.js';
import { type Call, type Handler, pathMember } from '../call.js';
import type { Target } from '../log/log-event.js';

/** Whose secrets: an app, or an API service integration. */
export interface SecretOwner extends Client {
  /** Address of the list of its secrets. */
  readonly secrets: string;
  /** How the System Log calls it. */
  readonly target: Target;
}

/** What can be done with secrets. */
export interface ClientSecretHandlers {
  readonly list: Handler;
  readonly get: Handler;
  readonly create: Handler;
  readonly delete: Handler;
  readonly activate: Handler;
  readonly deactivate: Handler;
}

/**
 * @param find - finds the owner that a request names
 * @param view - JSON of a secret
 * @returns the handlers
 */
export function clientSecretHandlers(
  find: (call: Call) => SecretOwner,
  view: (secret: ClientSecret, secrets: string) => unknown = secretView,
): ClientSecretHandlers {
  const move =
    (status: CredentialStatus, event: 'activate' | 'deactivate'): Handler =>
    (call) => {
      const owner = find(call);
      const secret = secretIn(call, owner);
      if (secret.status === status) return ok(view(secret, owner.secrets));
      const moved = moveSecret(call.org, owner, { secret, status });
      call.record(`app.oauth2.credentials.lifecycle.${event}`, [owner.target]);
      return ok(view(moved, owner.secrets));
    };
  return {
    list: (call) => {
      const owner = find(call);
      return ok([...call.org.clientSecrets.values(owner.id)].map((secret) => view(secret, owner.secrets)));
    },
    get: (call) => {
      const owner = find(call);
      return ok(view(secretIn(call, owner), owner.secrets));
    },
    create: (call) => {
      const owner = find(call);
      const body = optionalBodyOf(call);
      const status = textIn(body, 'status') === 'INACTIVE' ? 'INACTIVE' : 'ACTIVE';
      const secret = addSecret(call.org, owner, { secret: textIn(body, 'client_secret'), status });
      call.record('app.oauth2.credentials.lifecycle.create', [owner.target]);
      return { status: 201, body: secretView(secret, owner.secrets) };
    },
    delete: (call) => {
      const owner = find(call);
      dropSecret(call.org, owner, secretIn(call, owner));
      call.record('app.oauth2.credentials.lifecycle.delete', [owner.target]);
      return noContent();
    },
    activate: move('ACTIVE', 'activate'),
    deactivate: move('INACTIVE', 'deactivate'),
  };
}

function secretIn(call: Call, owner: SecretOwner): ClientSecret {
  return findSecret(call.org, owner, pathMember(call, 'secretId'));
}
