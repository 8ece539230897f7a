import { invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import { type JsonObject, withDefaults } from '../org/json.js';
import type { Change, Resource, ResourceRules } from '../resources/rule.js';

/** Path of the list. */
export const BEHAVIORS = '/api/v1/behaviors';

const HISTORY = { maxEventsUsedForEvaluation: 20, minEventsNeededForEvaluation: 0 };

/** Settings by type. Source: the defaults of `BehaviorRuleSettings…` in the description. */
export const behaviorSettings: Readonly<Record<string, JsonObject>> = {
  ANOMALOUS_LOCATION: { ...HISTORY, granularity: 'CITY' },
  ANOMALOUS_IP: { ...HISTORY, maxEventsUsedForEvaluation: 50 },
  ANOMALOUS_DEVICE: HISTORY,
  ANOMALOUS_ASN: HISTORY,
  VELOCITY: { velocityKph: 805 },
};

/** Unusual ways to sign in. */
export const behaviors: ResourceRules = {
  [BEHAVIORS]: {
    prefix: 'bhv',
    kind: 'BehaviorSettings',
    unique: ['name'],
    born: () => ({ status: 'ACTIVE' }),
    admit: admitBehavior,
    page: { standard: 10, largest: 1000 },
    view: behaviorView,
    events: {
      create: 'security.behavior.settings.create',
      update: 'security.behavior.settings.update',
      delete: 'security.behavior.settings.delete',
    },
  },
};

function admitBehavior(next: Resource, { before }: Change): Resource {
  if (before !== undefined && before['type'] !== next['type']) throw invalid('type', 'The type of a behavior is fixed');
  return { ...next, settings: withDefaults(next['settings'], behaviorSettings[String(next['type'])] ?? {}) };
}

/** As recorded: times have a form of their own here. */
function behaviorView(behavior: Resource, { origin }: Call): JsonObject {
  const { created, lastUpdated, id, status } = behavior;
  const self = `${origin}${BEHAVIORS}/${String(id)}`;
  const move = status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    ...behavior,
    created: spaced(created),
    lastUpdated: spaced(lastUpdated),
    _links: {
      self: { href: self, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
      [move]: { href: `${self}/lifecycle/${move}`, hints: { allow: ['POST'] } },
    },
  };
}

function spaced(time: unknown): string {
  return String(time).replace('T', ' ').replace('.000Z', '.0');
}
