import { noContent, ok } from '../answers/answer.js';
import { invalid } from '../answers/fault.js';
import { bodyOf } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import {
  findHookKey,
  type HookKey,
  hookKeyCalled,
  hookKeyName,
  hookKeyView,
  isUsed,
  publicHookKey,
} from '../hooks/hook-key.js';
import { randomUuid } from '../org/chance.js';
import { nowIn } from '../org/org.js';

const listHookKeys: Handler = ({ org }) => ok([...org.hookKeys.values()].map((key) => hookKeyView(org, key)));

const getHookKey: Handler = (call) => ok(hookKeyView(call.org, findHookKey(call)));

const getPublicKey: Handler = (call) => ok(publicHookKey(hookKeyCalled(call.org, pathMember(call, 'keyId'))));

const createHookKey: Handler = (call) => {
  const { org } = call;
  const name = hookKeyName(org, bodyOf(call));
  const now = nowIn(org);
  const [id, keyId] = [org.ids.next('HKY'), randomUuid(org.chance)];
  return saved(call, { id, keyId, name, created: now, lastUpdated: now, privateKey: org.keyPairs.of(keyId) });
};

const replaceHookKey: Handler = (call) => {
  const before = findHookKey(call);
  const name = hookKeyName(call.org, bodyOf(call), before.id);
  return saved(call, { ...before, name, lastUpdated: nowIn(call.org) });
};

function saved({ org }: Call, key: HookKey) {
  org.hookKeys.set(key.id, key);
  return ok({ ...hookKeyView(org, key), _embedded: publicHookKey(key) });
}

const deleteHookKey: Handler = (call) => {
  const key = findHookKey(call);
  if (isUsed(call.org, key)) throw invalid('id', 'The key is used by an inline hook');
  call.org.hookKeys.delete(key.id);
  return noContent();
};

/** Keys with which Okta signs what it sends to inline hooks. */
export const hookKeys: Handlers = {
  listHookKeys,
  getHookKey,
  getPublicKey,
  createHookKey,
  replaceHookKey,
  deleteHookKey,
};
