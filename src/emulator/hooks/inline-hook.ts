import { BLANK, invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import type { JsonObject } from '../org/json.js';
import type { Change, Resource } from '../resources/rule.js';
import { storedIn } from '../resources/store.js';
import { channelFrom, channelView } from './channel.js';

/** Path of the list. */
export const INLINE_HOOKS = '/api/v1/inlineHooks';
/** Okta's word for inline hooks in errors about what does not exist. */
export const INLINE_HOOK = 'InlineHook';

/** Source: https://developer.okta.com/docs/concepts/inline-hooks/ */
const MOST = 50;

/**
 * Reads an inline hook.
 *
 * @param hook - as it is to be stored
 * @param change - what it was
 * @returns the hook
 * @throws Fault `E0000001` without name, type or address, with an address that cannot be called, and for one too many
 */
export function admitInlineHook(hook: Resource, { call, before }: Change): Resource {
  for (const member of ['name', 'type']) {
    if (typeof hook[member] !== 'string' || hook[member] === '') throw invalid(member, BLANK);
  }
  if (before === undefined && [...storedIn(call.org, INLINE_HOOKS)].length >= MOST) {
    throw invalid('inlineHook', `An org has at most ${MOST} inline hooks`);
  }
  return { ...hook, version: hook['version'] ?? '1.0.0', channel: channelFrom(hook, before) };
}

/**
 * @param hook - as stored
 * @param call - the request
 * @returns the hook as it is answered
 */
export function inlineHookView(hook: Resource, { origin }: Call): JsonObject {
  const self = `${origin}${INLINE_HOOKS}/${hook['id']}`;
  const isActive = hook['status'] === 'ACTIVE';
  const move = isActive ? 'deactivate' : 'activate';
  const post = { allow: ['POST'] };
  return {
    ...hook,
    channel: channelView(hook['channel']),
    _links: {
      self: { href: self, hints: { allow: ['GET', 'PUT', 'POST'] } },
      execute: { href: `${self}/execute`, hints: post },
      [move]: { href: `${self}/lifecycle/${move}`, hints: post },
      ...(!isActive && { delete: { href: self, hints: { allow: ['DELETE'] } } }),
    },
  };
}
