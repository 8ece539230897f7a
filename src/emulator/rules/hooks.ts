import { admitEventHook, checkInactive, EVENT_HOOK, EVENT_HOOKS, eventHookView } from '../hooks/event-hook.js';
import { admitInlineHook, INLINE_HOOK, INLINE_HOOKS, inlineHookView } from '../hooks/inline-hook.js';
import type { ResourceRules } from '../resources/rule.js';

/** Servers that the org calls. */
export const hooks: ResourceRules = {
  [EVENT_HOOKS]: {
    prefix: 'who',
    kind: EVENT_HOOK,
    born: () => ({ status: 'ACTIVE' }),
    sendsSecrets: true,
    admit: admitEventHook,
    keep: checkInactive,
    view: eventHookView,
    events: {
      create: 'event_hook.created',
      update: 'event_hook.updated',
      delete: 'event_hook.deleted',
      activate: 'event_hook.activated',
      deactivate: 'event_hook.deactivated',
    },
  },
  [INLINE_HOOKS]: {
    prefix: 'cal',
    kind: INLINE_HOOK,
    fixed: ['type'],
    born: () => ({ status: 'ACTIVE' }),
    sendsSecrets: true,
    admit: admitInlineHook,
    keep: checkInactive,
    view: inlineHookView,
    events: {
      create: 'inline_hook.created',
      update: 'inline_hook.updated',
      delete: 'inline_hook.deleted',
      activate: 'inline_hook.activated',
      deactivate: 'inline_hook.deactivated',
    },
  },
};
