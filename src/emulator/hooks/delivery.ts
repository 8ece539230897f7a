import type { LogEvent } from '../log/log-event.js';
import { logView } from '../log/log-view.js';
import { randomUuid } from '../org/chance.js';
import type { JsonObject } from '../org/json.js';
import type { Org } from '../org/org.js';
import { callOut } from './call-out.js';
import { destinationOf } from './channel.js';
import { EVENT_HOOKS, listeningHooks, subscribed } from './event-hook.js';

/** Brings events to the hooks that want them. */
export interface HookDeliveries {
  /**
   * Starts delivering; whoever calls does not wait.
   *
   * @param org - where the events were written
   * @param events - of one request, in order
   * @param origin - scheme and host of the org
   */
  announce(org: Org, events: readonly LogEvent[], origin: string): void;
  /** Fulfilled when everything announced so far has arrived, or has been given up. */
  settled(): Promise<void>;
  /** Gives up what is under way. */
  close(): void;
}

/** One call of one hook. */
interface Delivery {
  readonly hook: JsonObject;
  readonly body: string;
}

/**
 * @returns deliveries of one emulator
 * @see https://developer.okta.com/docs/concepts/event-hooks/
 */
export function createHookDeliveries(): HookDeliveries {
  const underWay = new Set<Promise<void>>();
  const closing = new AbortController();
  const send = async (deliveries: readonly Delivery[]) => {
    await afterTheAnswer();
    for (const delivery of deliveries) await deliver(delivery, closing.signal);
  };
  return {
    announce(org, events, origin) {
      if (events.length === 0) return;
      for (const hook of listeningHooks(org)) {
        const sending = send(deliveriesFor(org, { hook, events, origin })).finally(() => underWay.delete(sending));
        underWay.add(sending);
      }
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: () => closing.abort(),
  };
}

/** Lets the answer to the request that caused the events go first. */
function afterTheAnswer(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

interface Announcement {
  readonly hook: JsonObject;
  readonly events: readonly LogEvent[];
  readonly origin: string;
}

/** An event a call, in order. */
function deliveriesFor(org: Org, { hook, events, origin }: Announcement): Delivery[] {
  const wanted = new Set(subscribed(hook));
  return events
    .filter(({ eventType }) => wanted.has(eventType))
    .map((event) => ({ hook, body: JSON.stringify(envelope(org, { hook, event, origin })) }));
}

function envelope(org: Org, { hook, event, origin }: Omit<Announcement, 'events'> & { readonly event: LogEvent }) {
  return {
    eventType: 'com.okta.event_hook',
    eventTypeVersion: '1.0',
    cloudEventsVersion: '0.1',
    source: `${origin}${EVENT_HOOKS}/${hook['id']}`,
    eventId: randomUuid(org.requestChance),
    data: { events: [logView(event)] },
    eventTime: event.published,
    contentType: 'application/json',
  };
}

async function deliver({ hook, body }: Delivery, signal: AbortSignal): Promise<void> {
  const { uri, headers } = destinationOf(hook);
  const sent = { ...headers, 'Content-Type': 'application/json', Accept: 'application/json' };
  await callOut({ uri, method: 'POST', headers: sent, body, signal });
}
