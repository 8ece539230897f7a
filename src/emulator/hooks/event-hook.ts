import { isDeepStrictEqual } from 'node:util';
import { BLANK, fail, invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import { type JsonObject, memberAt } from '../org/json.js';
import type { Org } from '../org/org.js';
import type { Change, Resource } from '../resources/rule.js';
import { storedIn } from '../resources/store.js';
import { channelFrom, channelView } from './channel.js';

/** Path of the list. */
export const EVENT_HOOKS = '/api/v1/eventHooks';
/** Okta's word for event hooks in errors about what does not exist. */
export const EVENT_HOOK = 'Webhook';

/**
 * Reads an event hook. One whose address, headers or secret changed has to be verified again.
 *
 * @param hook - as it is to be stored
 * @param change - what it was
 * @returns the hook
 * @throws Fault `E0000001` without events, or with an address that cannot be called
 */
export function admitEventHook(hook: Resource, { before }: Change): Resource {
  if (subscribed(hook).length === 0) throw invalid('events.items', BLANK);
  const channel = channelFrom(hook, before);
  const isSame = before !== undefined && isDeepStrictEqual(before['channel'], channel);
  return { ...hook, channel, verificationStatus: isSame ? before['verificationStatus'] : 'UNVERIFIED' };
}

/**
 * @param hook - as stored
 * @param call - the request
 * @returns the hook as it is answered
 */
export function eventHookView(hook: Resource, { origin }: Call): JsonObject {
  const self = `${origin}${EVENT_HOOKS}/${hook['id']}`;
  const move = hook['status'] === 'ACTIVE' ? 'deactivate' : 'activate';
  const post = { allow: ['POST'] };
  return {
    ...hook,
    channel: channelView(hook['channel']),
    _links: {
      self: { href: self, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
      verify: { href: `${self}/lifecycle/verify`, hints: post },
      [move]: { href: `${self}/lifecycle/${move}`, hints: post },
    },
  };
}

/**
 * @param hook - that is to be deleted
 * @throws Fault `E0000107` if it is active
 */
export function checkInactive({ status }: Resource): void {
  if (status === 'ACTIVE') throw fail('E0000107');
}

/**
 * @param org - where to look
 * @returns hooks that events are delivered to: active, and their address was verified
 */
export function listeningHooks(org: Org): Resource[] {
  return [...storedIn(org, EVENT_HOOKS)].filter(
    ({ status, verificationStatus }) => status === 'ACTIVE' && verificationStatus === 'VERIFIED',
  );
}

/**
 * @param hook - as stored
 * @returns the types of events that it wants
 */
export function subscribed(hook: Resource): readonly unknown[] {
  const items = memberAt(hook, ['events', 'items']);
  return Array.isArray(items) ? items : [];
}
