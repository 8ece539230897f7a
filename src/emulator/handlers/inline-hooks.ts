import { ok } from '../answers/answer.js';
import { notFound } from '../answers/fault.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { executeHook } from '../hooks/execute-hook.js';
import { INLINE_HOOK, INLINE_HOOKS } from '../hooks/inline-hook.js';
import type { Resource } from '../resources/rule.js';
import { stored } from '../resources/store.js';

function hookIn(call: Call): Resource {
  const key = pathMember(call, 'inlineHookId');
  const hook = stored(call.org, { list: INLINE_HOOKS, key });
  if (hook === undefined) throw notFound(key, INLINE_HOOK);
  return hook;
}

const executeInlineHook: Handler = async (call) => {
  const hook = hookIn(call);
  const answer = await executeHook(hook, call.body);
  const name = String(hook['name']);
  call.record('inline_hook.executed', [
    { id: String(hook['id']), type: INLINE_HOOK, alternateId: name, displayName: name },
  ]);
  return ok(answer);
};

/** What the description cannot tell of inline hooks. */
export const inlineHooks: Handlers = { executeInlineHook };
