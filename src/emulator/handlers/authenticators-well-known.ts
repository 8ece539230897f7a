import { ok } from '../answers/answer.js';
import { BLANK, invalid } from '../answers/fault.js';
import type { Authenticator, AuthenticatorMethod } from '../authenticators/authenticator.js';
import type { Call, Handler, Handlers } from '../call.js';
import { memberAt } from '../org/json.js';

/** What an app learns about the custom authenticators that it is to be. */
const getWellKnownAppAuthenticatorConfiguration: Handler = (call) => {
  const client = call.query.get('oauthClientId') ?? '';
  if (client === '') throw invalid('oauthClientId', BLANK);
  const own = [...call.org.authenticators.values()].filter(
    ({ key, more, status }) =>
      key === 'custom_app' && status === 'ACTIVE' && memberAt(more, ['settings', 'oauthClientId']) === client,
  );
  return ok(own.map((authenticator) => view(authenticator, call)));
};

function view({ id, key, name, created, lastUpdated, more, methods }: Authenticator, { org, origin }: Call) {
  return {
    authenticatorId: id,
    orgId: org.facts.id,
    key,
    name,
    type: 'app',
    createdDate: created,
    lastUpdated,
    settings: { userVerification: memberAt(more, ['settings', 'userVerification']) ?? 'PREFERRED' },
    appAuthenticatorEnrollEndpoint: `${origin}/idp/authenticators`,
    supportedMethods: methods.map(methodView),
  };
}

function methodView({ type, status, more }: AuthenticatorMethod) {
  return { type, status, settings: more['settings'] };
}

/** What anybody may know about authenticators. */
export const authenticatorsWellKnown: Handlers = { getWellKnownAppAuthenticatorConfiguration };
