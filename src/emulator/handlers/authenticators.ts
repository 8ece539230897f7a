import { ok } from '../answers/answer.js';
import { BLANK, fail, invalid } from '../answers/fault.js';
import type { Authenticator } from '../authenticators/authenticator.js';
import { authenticatorKinds } from '../authenticators/authenticator-kinds.js';
import {
  addAuthenticator,
  authenticatorWithKey,
  changeAuthenticator,
  findAuthenticator,
} from '../authenticators/authenticator-store.js';
import { authenticatorView, canBeSwitchedOff } from '../authenticators/authenticator-view.js';
import { checkUnused } from '../authenticators/check-use.js';
import { withoutSecrets } from '../authenticators/without-secrets.js';
import { bodyOf, switchIn, textIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import type { EventType } from '../log/event-types.js';
import type { Target } from '../log/log-event.js';
import { isObject, type JsonObject, withDefaults } from '../org/json.js';

/** Members that an authenticator has whatever its kind; the others are kept as they are sent. */
const OWN = new Set(['id', 'key', 'type', 'name', 'status', 'created', 'lastUpdated', '_links', '_embedded']);

const listAuthenticators: Handler = (call) =>
  ok([...call.org.authenticators.values()].map((each) => authenticatorView(each, call.origin)));

const getAuthenticator: Handler = (call) => ok(authenticatorView(findAuthenticator(call), call.origin));

const createAuthenticator: Handler = (call) => {
  const body = bodyOf(call);
  const key = textIn(body, 'key');
  if (key === undefined || key === '') throw invalid('key', BLANK);
  const kind = Object.hasOwn(authenticatorKinds, key) ? authenticatorKinds[key] : undefined;
  if (kind === undefined || key === 'okta_email') throw invalid('key', `The authenticator '${key}' cannot be created`);
  if (!kind.several && authenticatorWithKey(call.org, key)) throw fail('E0000157');
  const name = textIn(body, 'name');
  if (name === undefined || name === '') throw invalid('name', BLANK);
  const status = switchIn(call, 'activate', true) ? 'ACTIVE' : 'INACTIVE';
  const made = addAuthenticator(call.org, key, { status, name, more: withoutSecrets(furtherIn(body)) });
  call.record('security.authenticator.lifecycle.create', [targetOf(made)]);
  if (status === 'ACTIVE') call.record('security.authenticator.lifecycle.activate', [targetOf(made)]);
  return ok(authenticatorView(made, call.origin));
};

function furtherIn(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !OWN.has(name)));
}

const replaceAuthenticator: Handler = (call) => {
  const authenticator = findAuthenticator(call);
  const body = bodyOf(call);
  for (const member of ['key', 'name']) {
    if ((textIn(body, member) ?? '') === '') throw invalid(member, BLANK);
  }
  if (body['key'] !== authenticator.key) throw invalid('key', 'The key of an authenticator cannot be changed');
  if (authenticator.key === 'phone_number' && !hasTelephonyHook(call)) throw fail('E0000226');
  const sent = withoutSecrets(furtherIn(body));
  const kept = isObject(sent['settings']) ? withDefaults(sent, authenticator.more) : { ...authenticator.more, ...sent };
  const changed = changeAuthenticator(call.org, authenticator, { name: textIn(body, 'name') ?? '', more: kept });
  call.record('security.authenticator.lifecycle.update', [targetOf(changed)]);
  return ok(authenticatorView(changed, call.origin));
};

/** Orgs send their texts and calls through a hook of their own. */
function hasTelephonyHook({ org }: Call): boolean {
  for (const hook of org.resources.values('/api/v1/inlineHooks')) {
    if (hook['type'] === 'com.okta.telephony.provider' && hook['status'] === 'ACTIVE') return true;
  }
  return false;
}

const activateAuthenticator: Handler = (call) => {
  const { refused: _, ...authenticator } = findAuthenticator(call);
  if (authenticator.status === 'ACTIVE') throw inWrongState(authenticator, 'ACTIVE');
  return move(call, authenticator, 'ACTIVE', 'security.authenticator.lifecycle.activate');
};

const deactivateAuthenticator: Handler = (call) => {
  const authenticator = findAuthenticator(call);
  if (!canBeSwitchedOff(authenticator)) {
    throw invalid('authenticatorId', `The authenticator '${authenticator.name}' cannot be deactivated`);
  }
  if (authenticator.status === 'INACTIVE') throw inWrongState(authenticator, 'INACTIVE');
  checkUnused(call.org, authenticator);
  const refusing = { ...authenticator, refused: true as const };
  return move(call, refusing, 'INACTIVE', 'security.authenticator.lifecycle.deactivate');
};

function inWrongState({ name }: Authenticator, status: Authenticator['status']) {
  return invalid('status', `The authenticator '${name}' is ${status} already`);
}

function move(call: Call, authenticator: Authenticator, status: Authenticator['status'], event: EventType) {
  const methods = authenticator.methods.map((method) => ({ ...method, status }));
  call.org.authenticators.set(authenticator.id, authenticator);
  const moved = changeAuthenticator(call.org, authenticator, { status, methods });
  call.record(event, [targetOf(moved)]);
  return ok(authenticatorView(moved, call.origin));
}

/**
 * @param authenticator - what an event is about
 * @returns the target
 */
export function targetOf({ id, name }: Authenticator): Target {
  return { id, type: 'Authenticator', alternateId: name, displayName: name };
}

/** What users of the org can prove to be themselves with. */
export const authenticators: Handlers = {
  listAuthenticators,
  getAuthenticator,
  createAuthenticator,
  replaceAuthenticator,
  activateAuthenticator,
  deactivateAuthenticator,
};
